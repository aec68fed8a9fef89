// 물음을 책이 아는 말로 푼다.

import {
  distance,
  kin,
  near,
  oneSyllable,
  otherLayout,
  type Shape,
  shape,
  sound,
  spelledOut,
  strokes,
  within,
} from "./hangul.ts"
import {
  hasHangul,
  isCommon,
  isEmpty,
  isParticle,
  isPredicate,
  key,
  normalize,
  packed,
  stems,
} from "./match.ts"

/** 물음에서 찾은 한 덩어리: 같은 것을 이르는 이름들과 그 무게. */
export interface Unit {
  asked: string
  names: string[]
  weight: number
  /** 용어라면 그 번호 */
  term?: number
}

export interface Book {
  /** 용어마다 이름들과 뜻풀이 */
  terms: [names: string[], meaning: string][]
  /** 쪽과 절의 제목, 꼬리표 */
  titles: Iterable<string>
  /** 본문의 낱말과 그것이 나온 수. 처음 나온 차례로 */
  words: Iterable<[word: string, n: number]>
  /** 이 말이 본문에 그대로 있는가 */
  occurs(name: string): boolean
}

/** 고쳐 쓸 말. 글쇠와 소리는 처음 물을 때 셈한다. */
class Target {
  readonly key: string
  readonly rank: number
  readonly shape: Shape
  private typed: string | undefined
  private heard: string | undefined

  constructor(key: string, rank: number) {
    this.key = key
    this.rank = rank
    this.shape = shape(key)
  }

  get strokes(): string {
    this.typed ??= strokes(this.key)
    return this.typed
  }

  get sound(): string {
    this.heard ??= sound(this.key)
    return this.heard
  }
}

/** 같은 것을 물으면 전에 낸 답을 준다. */
export function remembered<Out>(make: (text: string) => Out): (text: string) => Out {
  const known = new Map<string, Out>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as Out
    const made = make(text)
    known.set(text, made)
    return made
  }
}

/** 처음 물을 때 만든다. */
function once<Out>(make: () => Out): () => Out {
  let made: Out | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** 첫 글자의 앞 두 글쇠. 이것이 다르면 활용만 다른 말이 아니다 */
const start = remembered((letter) => strokes(letter).slice(0, 2))

/** 소리의 첫 글자. 뒤에 오는 글자에 따라 s가 되는 t는 s로 본다. */
const opening = remembered((text) => sound(text).charAt(0).replace("t", "s"))

function grouped<Item>(items: Iterable<Item>, name: (item: Item) => string) {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(name(item))
    if (group) group.push(item)
    else groups.set(name(item), [item])
  }
  return groups
}

// 고칠 때 먼저 고르는 차례
const WORD = 0
const TITLE = 1
const TERM = 2

/** 긴 말일수록 더 틀려도 된다. */
const tolerance = (length: number) => (length < 6 ? 1 : length < 13 ? 2 : 3)

export class Reader {
  private readonly book: Book
  private readonly terms: { names: string[]; meaning: string[] }[]
  private readonly numbers = new Map<string, number>()
  private readonly titles = new Map<string, { name: string; weight: number }>()
  private readonly words = new Map<string, number>()
  private readonly parts = new Set<string>()
  private readonly targets: Target[]
  /** 같은 글쇠로 시작하는 낱말과 고쳐 쓸 말. 첫 글자를 찾는 데는 쓰지 않는다 */
  private readonly starts = once(() =>
    grouped(this.words.keys(), (word) => start(word[0]!)),
  )
  private readonly heads = once(() =>
    grouped(this.targets, ({ key: k }) => start(k[0] ?? "").slice(0, 1)),
  )
  private readonly nearests = new Map<string, string | undefined>()

  constructor(book: Book) {
    this.book = book
    this.terms = book.terms.map(([names, meaning]) => ({
      names,
      meaning: normalize(meaning)
        .split(" ")
        .flatMap(stems)
        .filter((word) => word.length > 1),
    }))
    this.learnTerms()
    const forms = remembered(stems) // 제목들은 같은 낱말을 되풀이한다
    for (const title of new Set(book.titles)) this.learnTitle(title, forms)
    for (const [word, n] of book.words) {
      for (const stem of stems(word)) {
        this.words.set(stem, (this.words.get(stem) ?? 0) + n)
      }
    }
    this.targets = this.collectTargets()
  }

  /** 본말이 다른 용어의 별명보다 먼저다. */
  private learnTerms() {
    this.terms.forEach(({ names }, term) => this.numbers.set(key(names[0]!), term))
    this.terms.forEach(({ names }, term) => {
      for (const name of names) {
        if (!this.numbers.has(key(name))) this.numbers.set(key(name), term)
        for (const part of normalize(name).split(" ")) this.parts.add(part)
      }
    })
  }

  /** 제목은 통째로, 그 안의 이어진 낱말은 가볍게 배운다. */
  private learnTitle(title: string, forms: (word: string) => string[]) {
    this.titles.set(packed(title), { name: title, weight: 1 })
    const words = title.split(" ")
    for (let i = 0; i < words.length; i++) {
      let head = ""
      let k = ""
      for (let j = i; j < Math.min(i + 4, words.length); j++) {
        for (const last of forms(words[j]!)) this.learnPart(k + last, head + last)
        head += `${words[j]} `
        k += words[j]
      }
    }
  }

  private learnPart(k: string, name: string) {
    if (k.length > 1 && !this.titles.has(k) && !isEmpty(name))
      this.titles.set(k, { name, weight: 0.6 })
  }

  private collectTargets(): Target[] {
    const ranks = new Map<string, number>()
    for (const [word, n] of this.words)
      if (n > 1 && word.length > 1) ranks.set(word, WORD)
    for (const k of this.titles.keys()) ranks.set(k, TITLE)
    for (const part of this.parts) if (part.length > 1) ranks.set(part, TITLE)
    for (const k of this.numbers.keys()) ranks.set(k, TERM)
    return [...ranks].map(([k, rank]) => new Target(k, rank))
  }

  /** 물음을 덩어리로 나눈다. */
  parse(query: string): Unit[] {
    const words = normalize(query).split(" ").filter(Boolean)
    const tokens = this.repairAll(words)
    const units: Unit[] = []
    const add = (unit: Unit) => {
      if (!units.some(({ names }) => names[0] === unit.names[0])) units.push(unit)
    }
    let before: Unit | undefined
    for (let i = 0; i < tokens.length; ) {
      const [unit, used] = this.longest(tokens, i)
      if (unit && before) {
        const joined = `${before.asked} ${unit.asked}`
        if (this.book.occurs(joined))
          add({ asked: joined, names: [joined], weight: 0.5 })
      }
      if (unit) add(unit)
      if (unit?.term === undefined && used > 1) {
        for (const token of tokens.slice(i, i + used)) {
          const part = this.longest([token], 0)[0]
          if (part?.term !== undefined) add(part)
        }
      }
      before = unit
      i += used
    }
    if (!units.some(({ term, weight }) => term !== undefined && weight === 1)) {
      this.meant(tokens).forEach(add)
    }
    if (!units.length && words.length) {
      const name = this.complete(words.join("")) ?? words[0]!
      add(this.known(name) ?? { asked: name, names: [name], weight: 1 })
    }
    return units
  }

  /** i번째 낱말에서 시작하는 가장 긴 아는 말과 그 낱말 수. */
  private longest(tokens: string[], i: number): [Unit | undefined, number] {
    for (let n = Math.min(5, tokens.length - i); n > 0; n--) {
      const head = tokens.slice(i, i + n - 1).join(" ")
      const end = tokens[i + n - 1]!
      if (n === 1 && (isEmpty(end) || (i > 0 && isParticle(end)))) return [undefined, 1]
      const names = stems(end).map((stem) => `${head} ${stem}`.trim())
      const name =
        names.find((s) => this.numbers.has(key(s))) ?? names.find((s) => this.known(s))
      if (name) return [this.known(name)!, n]
    }
    return [this.loose(tokens[i]!), 1]
  }

  private known(name: string): Unit | undefined {
    const k = key(name)
    const weight = isCommon(name) ? 0.25 : 1
    const term = this.numbers.get(k)
    if (term !== undefined) {
      return {
        asked: name,
        names: [...new Set([name, ...this.terms[term]!.names])],
        weight,
        term,
      }
    }
    const title = k.length > 1 ? this.titles.get(k) : undefined
    return title && { asked: name, names: [title.name], weight: weight * title.weight }
  }

  private readonly related = remembered((asked) => {
    const near = this.starts().get(start(asked[0]!)) ?? []
    return near.filter((other) => kin(other, asked)).slice(0, 8)
  })

  /** 용어도 제목도 아닌 낱말. 활용한 꼴까지 모아 가볍게 쓴다. */
  private loose(word: string): Unit | undefined {
    const forms = stems(word).filter((form) => form.length > 1 && !isEmpty(form))
    const asked = forms.find((form) => this.book.occurs(form)) ?? forms.at(-1)
    if (!asked) return undefined
    const related = this.related(asked)
    const names = [...new Set([asked, ...related])].filter((name) =>
      this.book.occurs(name),
    )
    if (!names.length) return undefined
    return { asked, names, weight: isPredicate(word) || isCommon(asked) ? 0.15 : 0.3 }
  }

  /** 이름을 모르고 뜻으로 물은 것: 많이 겹친 상자를 남기는 → 비최대 억제 */
  private meant(tokens: string[]): Unit[] {
    const asked = tokens.filter((token) => !isEmpty(token))
    const hits = asked.map((token) => {
      const forms = stems(token).filter((form) => form.length > 1 && !isEmpty(form))
      const found = this.terms.map(({ meaning }) =>
        forms.some((form) => meaning.some((word) => word === form || kin(word, form))),
      )
      return {
        found,
        value: Math.log(this.terms.length / found.filter(Boolean).length),
      }
    })
    return this.terms
      .map(({ names }, term) => {
        const matched = hits.filter(({ found }) => found[term])
        const value = matched.reduce((sum, hit) => sum + hit.value, 0)
        const sure = matched.length > 1 && value > 5
        const weight = sure ? (0.06 * value * matched.length) / asked.length : 0
        return { asked: names[0]!, names, term, weight }
      })
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, 2)
  }

  /** 모르는 낱말을 아는 말로 바꾼다. 이웃과 함께 아는 말이면 그대로 둔다. */
  private repairAll(words: string[]): string[] {
    const last = words.length - 1
    const fixed = words.map((word) => [word])
    for (let i = 0; i <= last; i++) {
      const word = words[i]!
      const [unit, used] = this.longest(words, i)
      if (unit && used > 1) {
        i += used - 1
        continue
      }
      const rest = i < last ? this.complete(words.slice(i).join("")) : undefined
      if (rest) return [...fixed.slice(0, i).flat(), rest]
      if ((i > 0 && isParticle(word)) || this.knows(word)) continue
      const span = this.correctSpan(words, i)
      if (span) {
        fixed.fill([], span.from, span.to)
        fixed[span.from] = [span.name]
        i = span.to - 1
      } else {
        fixed[i] = this.repair(word, i === last, last === 0)
      }
    }
    return fixed.flat()
  }

  private knows(word: string): boolean {
    if (isEmpty(word) || isCommon(word)) return true
    const has = (form: string) =>
      this.numbers.has(form) ||
      this.titles.has(form) ||
      this.parts.has(form) ||
      (form.length > 1 && this.words.has(form))
    return stems(word).some(has) || (word.length > 1 && this.book.occurs(word))
  }

  /** 여러 낱말의 이름을 앞에서부터 치다 만 것: 배치 정 → 배치정규화 */
  private readonly complete = remembered((typed: string): string | undefined => {
    const head = strokes(typed)
    const near = this.heads().get(head.slice(0, 1)) ?? []
    return near
      .filter((target) => target.rank > WORD && target.strokes.startsWith(head))
      .sort((a, b) => b.rank - a.rank || a.key.length - b.key.length)[0]?.key
  })

  /** i번째 낱말에 오타가 든, 여러 낱말의 이름: 훈지도 학습 → 준지도학습 */
  private correctSpan(words: string[], i: number) {
    for (let n = Math.min(4, words.length); n > 1; n--) {
      for (
        let from = Math.max(0, i - n + 1);
        from <= Math.min(i, words.length - n);
        from++
      ) {
        const to = from + n
        const typed = words.slice(from, to).join("")
        const name = this.nearest(
          stems(typed),
          (length) => Math.min(3, length / 6),
          TERM,
        )
        if (name) return { name, from, to }
      }
    }
    return undefined
  }

  /** 붙여 쓴 것, 오타, 치다 만 것, 한/영을 바꾸지 않은 것, 소리 나는 대로 적은 것. */
  private repair(word: string, last: boolean, only: boolean): string[] {
    const parts = this.split(word)
    if (parts || (isPredicate(word) && !only)) return parts ?? [word]
    const unfinished = last && (only || word.length > 1) ? word : undefined
    const letters = spelledOut(word)
    return [
      (this.parts.has(letters) ? letters : undefined) ??
        this.nearest(stems(word), tolerance, WORD, unfinished) ??
        this.nearest([otherLayout(word)], () => 1, TITLE, otherLayout(word)) ??
        this.heard(word) ??
        this.rooted(word) ??
        word,
    ]
  }

  /** 붙여 쓴 말을 가장 적은 수의 아는 말로 나눈다: 과적합방지 → 과적합, 방지 */
  private split(word: string): string[] | undefined {
    if (word.length < 4) return undefined
    const has = (part: string) =>
      part.length > 1 &&
      (this.numbers.has(part) ||
        this.titles.has(part) ||
        (this.words.get(part) ?? 0) > 1)
    const best: (string[] | undefined)[] = [[]]
    for (let end = 1; end <= word.length; end++) {
      for (let start = 0; start <= end - 2; start++) {
        const head = best[start]
        const part = word.slice(start, end)
        const forms = end === word.length ? stems(part) : [part]
        if (
          head &&
          forms.some(has) &&
          (best[end]?.length ?? Infinity) > head.length + 1
        ) {
          best[end] = [...head, part]
        }
      }
    }
    return best[word.length]
  }

  /** 글쇠로 가장 가까운 말. unfinished는 치다 만 것일 수 있는 말. */
  private nearest(
    forms: string[],
    allowed: (length: number) => number,
    rank: number,
    unfinished?: string,
  ): string | undefined {
    const limits = forms.map((form) => allowed(strokes(form).length))
    const asked = JSON.stringify([forms, limits, rank, unfinished])
    if (!this.nearests.has(asked)) {
      this.nearests.set(asked, this.search(forms, limits, rank, unfinished))
    }
    return this.nearests.get(asked)
  }

  private search(
    forms: string[],
    limits: number[],
    rank: number,
    unfinished?: string,
  ): string | undefined {
    let best: string | undefined
    let least = Infinity
    forms.forEach((form, stripped) => {
      const typed = strokes(form)
      const own = shape(form)
      const limit = limits[stripped]!
      const hoped = form === unfinished && typed.length > 2
      for (const target of this.targets) {
        if (target.rank < rank) continue
        // 글쇠를 풀어 견주기 전에, 견주어 볼 만한 것만 고른다
        const close = typed.length > 3 && near(own, target.shape, limit)
        const begun = hoped && within(own, target.shape)
        const slip = oneSyllable(form, target.key)
        if (!close && !begun && slip > limit) continue
        const doubts =
          (typed[0] === target.strokes[0] ? 0 : 1) +
          (TERM - target.rank) +
          (stripped ? 1 : 0)
        if (0.3 * doubts >= least) continue
        let away = close ? distance(typed, target.strokes, limit) : Infinity
        if (slip <= limit) away = Math.min(away, slip)
        if (begun && target.strokes.startsWith(typed))
          away = Math.min(away, 0.8 + 0.1 * (target.strokes.length - typed.length))
        if (away + 0.3 * doubts < least) {
          least = away + 0.3 * doubts
          best = target.key
        }
      }
    })
    return best
  }

  private heard(word: string): string | undefined {
    for (const form of stems(word)) {
      const heard = sound(form)
      if (heard.length < 4) continue
      const native = hasHangul(form)
      const may = (letter: string) =>
        !hasHangul(letter) || opening(letter) === opening(form)
      const found = this.targets.find(
        (target) =>
          hasHangul(target.key) !== native &&
          may(target.key[0]!) &&
          target.sound === heard,
      )
      if (found) return found.key
    }
    return undefined
  }

  /** 아는 말에 뒷가지가 붙은 것: 라벨링 → 라벨 */
  private rooted(word: string): string | undefined {
    for (let end = word.length - 1; end > 1; end--) {
      if (this.numbers.has(word.slice(0, end))) return word.slice(0, end)
    }
    return undefined
  }

  /** 치던 낱말을 마저 쓴 것. */
  suggest(text: string): string | undefined {
    const typed = text
      .toLowerCase()
      .split(/[\s-]+/)
      .at(-1)!
    if (typed.length < 2) return undefined
    return (this.heads().get(start(typed[0]!).slice(0, 1)) ?? [])
      .filter(({ key: k, rank }) => rank > WORD && k.startsWith(typed))
      .sort((a, b) => a.key.length - b.key.length)[0]?.key
  }
}

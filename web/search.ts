// 책의 검색. 물음에 나온 것을 가르치는 장을 앞에 세운다.

import { chunks, count, key, mark, normalize, packed, teaser } from "./match.ts"
import { type Book, Reader, remembered, type Unit } from "./query.ts"
import { type Field, Texts } from "./texts.ts"

/** search_index.json의 한 줄. 장의 첫 줄은 주소에 #이 없고 절은 있다. */
export interface Entry {
  location: string
  title: string
  text: string
  tags?: string[]
  /** 이 절에 나오는 용어의 번호 */
  terms?: number[]
  /** 이 절이 영어와 함께 소개하는 용어의 번호 */
  introduces?: number[]
  /** 본문에서 덜어 낸 낱말 */
  words?: string
  /** 이 쪽이 이름만 알려 주는, 아직 쓰지 않은 장들 */
  planned?: string[]
  boost?: number
}

export interface Index {
  config: { terms: Book["terms"] }
  docs: Entry[]
}

/** Material이 한 줄로 보여 주는 결과. */
export interface Item {
  location: string
  title: string
  text: string
  tags?: string[]
  score: number
  terms: Record<string, boolean>
}

export interface Result {
  items: Item[][]
  suggest: string[]
}

interface Section {
  entry: Entry
  /** 본문들에서 제목의 차례. 글은 그다음이다 */
  at: number
}

interface Page {
  sections: Section[]
  boost: number
}

const letters = remembered(key)
/** 장마다 같은 절의 이름이 되풀이된다. */
const names = remembered(chunks)
/** 글에 이름이 나오는 수. 정규식은 느리므로 있을 수 있는 글에서만 센다. */
const times = ({ text, packed }: Field, name: string) =>
  packed.includes(letters(name)) ? count(text, name) : 0

const PAGES = 20
const SECTIONS = 8

export class Search {
  private readonly pages: Page[] = []
  private readonly titles = new Texts()
  private readonly tags = new Texts()
  private readonly headings = new Texts()
  private readonly planned = new Texts()
  private readonly bodies = new Texts()
  private readonly tallies = new Map<string, number[]>()
  private readonly teachings = new Map<string, number[]>()
  private readonly reader: Reader

  constructor({ config, docs }: Index) {
    for (const entry of docs) this.add(entry)
    this.bodies.close()
    this.pages.forEach((page, number) => this.name(page, number))
    const { titles, tags, headings, planned, bodies } = this
    const names = [titles, tags, headings, planned]
    for (const texts of names) texts.close()
    this.reader = new Reader({
      terms: config.terms,
      titles: names.flatMap((texts) => texts.texts()),
      words: bodies.words(),
      occurs: (name) => this.tally(name).some(Boolean),
    })
  }

  private add(entry: Entry) {
    const section = { entry, at: this.bodies.count }
    if (entry.location.includes("#")) this.pages.at(-1)!.sections.push(section)
    else this.pages.push({ sections: [section], boost: entry.boost ?? 1 })
    const page = this.pages.length - 1
    this.bodies.add(page, entry.title)
    this.bodies.add(page, `${entry.text} ${entry.words ?? ""}`)
  }

  /** 쪽과 절의 이름들을 모은다. */
  private name({ sections }: Page, page: number) {
    sections.forEach(({ entry }, part) => {
      const goal = part ? this.headings : this.titles
      for (const name of names(entry.title)) goal.add(page, name)
    })
    const { tags = [], planned = [] } = sections[0]!.entry
    for (const tag of tags) this.tags.add(page, tag)
    for (const name of planned.flatMap(names)) this.planned.add(page, name)
  }

  /** 이름이 쪽마다 몇 번 나오는가. */
  private tally(name: string): number[] {
    let found = this.tallies.get(name)
    if (!found) {
      found = this.pages.map(() => 0)
      for (const [page, text] of this.bodies.having(letters(name)))
        found[page]! += count(text, name)
      this.tallies.set(name, found)
    }
    return found
  }

  query(text: string): Result {
    const units = this.reader.parse(text)
    const items = this.rank(units)
      .slice(0, PAGES)
      .map(({ page, score }) => this.group(page, units, score))
    const suggestion = this.reader.suggest(text)
    return { items, suggest: suggestion ? [suggestion] : [] }
  }

  parse(text: string): Unit[] {
    return this.reader.parse(text)
  }

  /** 물음의 덩어리를 많이, 깊이 가르치는 쪽부터. 드문 덩어리일수록 무겁다. */
  private rank(units: Unit[]): { page: Page; score: number }[] {
    const rows = units.map((unit) => {
      const scores = this.taught(unit, units.length)
      const pages = scores.filter((score) => score > 0).length
      const rarity = Math.log(1.5 + this.pages.length / Math.max(1, pages))
      return { scores, weight: pages ? unit.weight * rarity : 0 }
    })
    const whole = rows.reduce((sum, { weight }) => sum + weight, 0)
    return this.pages
      .map((page, p) => {
        let sum = 0
        let covered = 0
        for (const { scores, weight } of rows) {
          sum += (weight * scores[p]!) / whole
          if (scores[p]) covered += weight / whole
        }
        return { page, score: sum * (0.3 + 0.7 * covered) }
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
  }

  /** 한 글자씩 치는 동안 앞의 덩어리들은 그대로다. */
  private taught(unit: Unit, among: number): number[] {
    const name = JSON.stringify([unit, among])
    const found = this.teachings.get(name) ?? this.teaching(unit, among)
    this.teachings.set(name, found)
    return found
  }

  /** 쪽마다 이 덩어리를 얼마나 가르치는가. 제목, 꼬리표, 절 제목, 본문 순으로 무겁다. */
  private teaching(unit: Unit, among: number): number[] {
    const { term } = unit
    // 물은 이름과 본말은 온전히, 다른 별명은 조금 가볍게 센다.
    const names = unit.names.map((name, i) => ({
      name,
      key: letters(name),
      share: i > 1 ? 0.7 : 1,
    }))
    const best = (fields: Texts, exact: number, part: number) => {
      const most = this.pages.map(() => 0)
      for (const { name, key: k, share } of names) {
        for (const [page, text, same] of fields.having(k)) {
          const value = (same ? exact : part) * share
          if (value > most[page]! && (same || count(text, name))) most[page] = value
        }
      }
      return most
    }
    const titles = best(this.titles, 8 + 8 / among, 8)
    const tags = best(this.tags, 5, 2.5)
    const planned = best(this.planned, 7, 5)
    const headings = best(this.headings, 5, 3)
    const mentions = this.pages.map(({ sections, boost }, p) => {
      if (term !== undefined) {
        const mentioning = sections.filter(({ entry }) => entry.terms?.includes(term))
        return boost * (mentioning.length + this.tally(unit.asked)[p]!)
      }
      return (
        boost *
        names.reduce((sum, { name, share }) => sum + share * this.tally(name)[p]!, 0)
      )
    })
    const most = Math.max(...mentions, 1)
    return this.pages.map(({ sections, boost }, p) => {
      const n = mentions[p]!
      const introduced =
        term !== undefined &&
        sections.some(({ entry }) => entry.introduces?.includes(term))
      return (
        Math.max(titles[p]!, tags[p]!) +
        planned[p]! +
        headings[p]! * boost +
        (introduced ? 2 : 0) * boost +
        (3 * n) / (n + 4) +
        (3 * n) / most
      )
    })
  }

  /** 쪽 하나의 결과. 장이 스스로 답하지 않으면 답하는 절을 앞에 둔다. */
  private group(page: Page, units: Unit[], score: number): Item[] {
    const [article, ...sections] = page.sections
    const rated = sections
      .map((section) => ({ section, value: this.relevance(section, units) }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value)
      .slice(0, SECTIONS)
    const top = rated[0]?.value ?? 1
    const found = rated.map(({ section, value }) =>
      this.item(section, units, (score * value) / top),
    )
    const known = new Set(found.flatMap(({ terms }) => Object.keys(terms)))
    const first = this.item(article!, units, score)
    if (found.length && !Object.keys(first.terms).length)
      return [...found, { ...first, score: 0 }]
    for (const { asked, names } of units) {
      if (!names.some((name) => known.has(name) || first.terms[name]))
        first.terms[asked] = false
    }
    return [first, ...found.map((it) => ({ ...it, score: 0.99 * it.score }))]
  }

  private relevance({ entry, at }: Section, units: Unit[]): number {
    const title = this.bodies.field(at)
    const text = this.bodies.field(at + 1)
    return units.reduce((sum, { names, weight, term }) => {
      const hits = names.map((name) => {
        const n = times(text, name)
        return (times(title, name) ? 4 : 0) + n / (n + 2)
      })
      const mentioned = term !== undefined && entry.terms?.includes(term) ? 0.5 : 0
      return sum + weight * (Math.max(...hits) + mentioned)
    }, 0)
  }

  /** terms에는 찾은 이름을 적는다. Material이 연 쪽에서 그 말에 표를 한다. */
  private item({ entry, at }: Section, units: Unit[], score: number): Item {
    const { location, tags } = entry
    const marks = (tags ?? []).map(normalize).join(" ")
    const text = `${this.bodies.text(at)} ${this.bodies.text(at + 1)} ${marks}`
    const fields = { text, packed: packed(text) }
    const shown = units.flatMap(({ names }) =>
      names.filter((name) => times(fields, name)),
    )
    return {
      location,
      title: mark(entry.title, shown),
      text: teaser(entry.text, shown),
      ...(tags && { tags: tags.map((tag) => mark(tag, shown)) }),
      score,
      terms: Object.fromEntries(shown.map((name) => [name, true])),
    }
  }
}

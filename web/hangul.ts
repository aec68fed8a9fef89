// 한글을 글쇠로 풀어 오타와 반쯤 친 음절을 다룬다.

const CHO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
const JUNG =
  "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(
    " ",
  )
const JONG = (
  " ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ" +
  " ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"
).split(" ")
const FIRST = 0xac00
const LAST = 0xd7a3

/** 두벌식으로 칠 때의 글쇠 차례. 겹모음과 겹받침도 푼다: 곲 → ㄱㅗㅂㅅ */
export function strokes(text: string): string {
  let out = ""
  for (const char of text) {
    const code = char.charCodeAt(0)
    if (code < FIRST || code > LAST) {
      out += char
      continue
    }
    const index = code - FIRST
    out +=
      CHO[Math.floor(index / 588)]! +
      JUNG[Math.floor((index % 588) / 28)]! +
      JONG[index % 28]!
  }
  return out
}

const QWERTY = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml"
const JAMO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"

/** 한/영을 바꾸지 않고 친 말을 되돌린다: dntjs → ㅇㅜㅅㅓㄴ, ㅊㅜㅜ → cnn */
export function otherLayout(text: string): string {
  if (/^[a-z]+$/i.test(text)) {
    return [...text]
      .map((c) => JAMO[QWERTY.indexOf(c)] ?? JAMO[QWERTY.indexOf(c.toLowerCase())])
      .join("")
  }
  return [...strokes(text)]
    .map((c) => QWERTY[JAMO.indexOf(c)] ?? c)
    .join("")
    .toLowerCase()
}

// 소리가 비슷해 흔히 바꾸어 쓰는 글쇠
const ALIKE = [
  "ㅐㅔ",
  "ㅒㅖ",
  "ㄱㄲㅋ",
  "ㄷㄸㅌ",
  "ㅂㅃㅍ",
  "ㅅㅆ",
  "ㅈㅉㅊ",
  "ㅓㅗ",
  "ㅓㅏ",
]
// 소리가 비슷한 글쇠끼리는 같은 칸에 든다
const kinds = new Map<string, number>()
for (const letter of JAMO) {
  if (kinds.has(letter)) continue
  const kind = new Set(letter)
  for (const one of kind)
    for (const group of ALIKE)
      if (group.includes(one)) for (const other of group) kind.add(other)
  const bit = 1 << new Set(kinds.values()).size
  for (const one of kind) kinds.set(one, bit)
}
const bits = (letters: string) =>
  [...letters].reduce((all, letter) => all | kinds.get(letter)!, 0)
const [CHO_BITS, JUNG_BITS, JONG_BITS] = [[...CHO], JUNG, JONG].map((letters) =>
  letters.map(bits),
) as [number[], number[], number[]]

/** 글쇠의 수와, 어느 칸의 글쇠가 있는지(비트). 글쇠를 다 풀지 않고 얻는다. */
export interface Shape {
  size: number
  bits: number
}

export function shape(text: string): Shape {
  let size = 0
  let all = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < FIRST || code > LAST) {
      size++
      all |= kinds.get(text[i]!) ?? 1 << (20 + (code % 12))
      continue
    }
    const index = code - FIRST
    const jung = Math.floor((index % 588) / 28)
    const jong = index % 28
    size += 1 + JUNG[jung]!.length + JONG[jong]!.length
    all |= CHO_BITS[Math.floor(index / 588)]! | JUNG_BITS[jung]! | JONG_BITS[jong]!
  }
  return { size, bits: all }
}

/** 두 말의 편집 거리가 limit을 넘지 않을 수 있는가. 글쇠 하나를 바꾸면 두 칸까지 달라진다. */
export function near(a: Shape, b: Shape, limit: number): boolean {
  if (Math.abs(a.size - b.size) > limit) return false
  let n = 0
  for (let left = a.bits ^ b.bits; left; left &= left - 1) n++
  return n <= 2 * limit
}

/** a의 글쇠가 모두 b에 있을 수 있는가. */
export const within = (a: Shape, b: Shape) => a.size <= b.size && !(a.bits & ~b.bits)

const JAMO_FIRST = 0x3130
const pair = (a: number, b: number) => ((a - JAMO_FIRST) << 6) | (b - JAMO_FIRST)
const swapped = new Uint8Array(1 << 12)
for (const group of ALIKE)
  for (const a of group)
    for (const b of group) swapped[pair(a.charCodeAt(0), b.charCodeAt(0))] = 1

/** 글쇠 하나를 다른 글쇠로 친 값. 글쇠가 아닌 글자끼리는 표의 바깥이다. */
function wrong(a: number, b: number): number {
  if (a === b) return 0
  return a > JAMO_FIRST && b > JAMO_FIRST && swapped[pair(a, b)] ? 0.5 : 1
}

/** 글쇠의 편집 거리. 비슷한 소리는 반으로 세고, 이웃을 뒤바꾼 것은 하나로 센다. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  let next: number[] = []
  for (let i = 1; i <= a.length; i++) {
    const one = a.charCodeAt(i - 1)
    let least = i
    next[0] = i
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      let best = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + wrong(one, other),
      )
      if (
        i > 1 &&
        j > 1 &&
        one === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === other
      ) {
        best = Math.min(best, before[j - 2]! + 1)
      }
      next[j] = best
      if (best < least) least = best
    }
    if (least > limit) return Infinity
    ;[before, row, next] = [row, next, before]
  }
  return row[b.length]!
}

const LONG = 5 // 음절
const ONE_SYLLABLE = 1.2

/** 긴 말에서 꼭 한 음절만 다르면, 그 안의 글쇠가 몇이 틀렸든 한 번 틀린 것이다: 이부지필터 */
export function oneSyllable(a: string, b: string): number {
  if (a.length !== b.length || a.length < LONG) return Infinity
  let wrong = ""
  for (let i = 0; i < a.length; i++) {
    if (wrong && a[i] !== b[i]) return Infinity
    if (a[i] !== b[i]) wrong = a[i]! + b[i]!
  }
  return /^[가-힣]{2}$/.test(wrong) ? ONE_SYLLABLE : Infinity
}

const LETTERS = (
  "에이치 더블유 에이 에프 에스 엑스 브이 아이 제이 케이 와이 제트" +
  " 지 비 씨 시 디 이 엘 엠 엔 오 피 큐 알 티 유"
).split(" ")
const ALPHABET = "hwafsxvijkyzgbccdelmnopqrtu"
const LETTER = new RegExp(LETTERS.join("|"), "g")

/** 글자 이름으로 읽은 머리글자: 에스브이엠 → svm */
export function spelledOut(word: string): string {
  return word.replace(LETTER, (name) => ALPHABET[LETTERS.indexOf(name)]!)
}

/** 활용만 다른 말인가: 겹치·겹친, 늘리·늘려 */
export function kin(a: string, b: string): boolean {
  if (a[0] !== b[0] && strokes(a[0]!).slice(0, 2) !== strokes(b[0]!).slice(0, 2))
    return false
  const [x, y] = [strokes(a), strokes(b)]
  let same = 0
  while (same < x.length && x[same] === y[same]) same++
  return same >= 4 && same >= 0.7 * Math.max(x.length, y.length)
}

const SOUND_CHO = "k k n t t l m p p s s  j j j k t p h".split(" ")
const SOUND_JUNG = "a e ya ye o e yo ye o wa we we yo u wo we wi yu  i i".split(" ")
const SOUND_JONG = " k k k n n n t l k m p l l p l m p p t t ng t t k t p t".split(" ")

/** 거친 발음. 영어와 그것을 적은 한글이 같아진다: 칼만·Kalman → kVlmVn */
export function sound(text: string): string {
  const latin = [...text.toLowerCase()].map((char) => {
    const index = char.charCodeAt(0) - FIRST
    if (index < 0 || index > LAST - FIRST) return char
    return (
      SOUND_CHO[Math.floor(index / 588)]! +
      SOUND_JUNG[Math.floor((index % 588) / 28)]! +
      SOUND_JONG[index % 28]!
    )
  })
  return latin
    .join("")
    .replace(/([a-z]{3})e$/, "$1")
    .replace(/[^a-z]/g, "")
    .replace(/ph|[fbv]/g, "p")
    .replace(/[ts]ion/g, "syon")
    .replace(/ch|sh|z/g, "j")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/[cqg]/g, "k")
    .replace(/x/g, "ks")
    .replace(/r/g, "l")
    .replace(/th|d/g, "t")
    .replace(/[aeiouyw]+/g, "V")
    .replace(/(.)\1+/g, "$1")
}

// 글을 다듬고, 그 안에서 이름을 찾는다.

import korean from "./korean.json" with { type: "json" }

const split = (lines: string[]) => lines.join(" ").split(" ")
const anyOf = (lines: string[]) =>
  split(lines)
    .sort((a, b) => b.length - a.length)
    .join("|")

const PARTICLES = anyOf(korean.particles)
const PARTICLE = new RegExp(`(?:${PARTICLES})$`)
const PARTICLE_WORD = new RegExp(`^(?:${PARTICLES})$`)
const ENDING = new RegExp(`(?:${anyOf(korean.endings)})$`)
const PREDICATE = new RegExp(`(?:${anyOf(korean.predicates)})$`)
const EMPTY = new Set(split(korean.empty))
const COMMON = new Set(split(korean.common))

/** 무엇을 묻는지를 말할 뿐 어디에 답이 있는지는 말하지 않는다: 왜, 방법 */
export const isEmpty = (word: string) => EMPTY.has(word)
/** 어느 장에나 나와 장을 가르지 못한다: 코드, 예제 */
export const isCommon = (word: string) => COMMON.has(word)
export const isParticle = (word: string) => PARTICLE_WORD.test(word)
/** 풀이말. 이름이 아니므로 오타로 보지 않는다. */
export const isPredicate = (word: string) => PREDICATE.test(word)
export const hasHangul = (text: string) => /[가-힣]/.test(text)

/** 글자와 숫자만 남긴다. 한글과 로마자는 뗀다: CNN이란 → cnn 이란 */
export function normalize(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/²/g, "2")
    .replace(/[^가-힣ㄱ-ㅣa-z0-9]+/g, " ")
    .replace(/(?<=[a-z0-9])(?=[가-힣ㄱ-ㅣ])|(?<=[가-힣ㄱ-ㅣ])(?=[a-z0-9])/g, " ")
    .trim()
}

/** 띄어쓰기와 붙임표를 없앤 이름. 같으면 같은 이름이다. */
export const key = (text: string) => normalize(text).replaceAll(" ", "")

/** 조사와 어미를 떼어 가며 얻는 말. 덜 뗀 것부터: 층에서는 → 층에서는, 층 */
export function stems(word: string): string[] {
  const found = [word]
  if (!hasHangul(word)) return found
  let rest = word
  for (let i = 0; i < 2; i++) {
    rest = rest.replace(PARTICLE, "")
    if (rest && rest !== found.at(-1)) found.push(rest)
  }
  const verb = word.replace(ENDING, "")
  if (verb.length > 1 && !found.includes(verb)) found.push(verb)
  return found
}

const JOINT = /[:：,·—–?()「」]|(?<=[가-힣A-Za-z])(?:와|과|의|이란|란)\s/

/** 제목을 이루는 말. 번호와 이음말에서 나눈다: 정밀도와 재현율 → 정밀도, 재현율 */
export function chunks(title: string): string[] {
  const whole = normalize(title)
  const plain = whole.replace(/^\d+ |(?<=[가-힣a-z]{2}) \d$/g, "")
  const parts = title.split(JOINT).map(normalize)
  return [...new Set([whole, plain, ...parts])].filter(Boolean)
}

const patterns = new Map<string, RegExp>()

/** 다듬은 글에서 이름을 찾는다. 띄어쓰기에 매이지 않는다. */
export function pattern(name: string): RegExp {
  const found = patterns.get(name) ?? new RegExp(source(name, " ?", "(?<![^ ])"), "g")
  patterns.set(name, found)
  return found
}

/** 다듬지 않은 글에서 이름들을 찾는다. */
function rawPattern(names: string[]): RegExp {
  const any = names.map((name) => source(name, "[\\s\\-_·]?", "(?<![가-힣A-Za-z0-9])"))
  return new RegExp(any.join("|"), "gi")
}

function source(name: string, gap: string, start: string): string {
  const letters = [...key(name)]
  const spaced = letters.join(gap)
  if (!hasHangul(name)) {
    const end = letters.length < 4 ? "s?(?![a-z0-9])" : ""
    return `(?<![a-z0-9])${spaced}${end}`
  }
  if (letters.length === 1) return `${start}${spaced}(?:${PARTICLES})?(?![가-힣])`
  return `${start}${spaced}|${letters.join("")}`
}

export const count = (text: string, name: string) =>
  text.match(pattern(name))?.length ?? 0

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

/** 찾은 이름에 표를 한 HTML. */
export function mark(text: string, names: string[]): string {
  if (!names.length) return escape(text)
  let out = ""
  let from = 0
  for (const found of text.matchAll(rawPattern(names))) {
    out += escape(text.slice(from, found.index))
    out += `<mark data-md-highlight>${escape(found[0])}</mark>`
    from = found.index + found[0].length
  }
  return out + escape(text.slice(from))
}

const TEASER = 160

/** 이름이 처음 나오는 곳의 앞뒤. */
export function teaser(text: string, names: string[]): string {
  const at = names.length ? Math.max(0, text.search(rawPattern(names))) : 0
  const start = at > TEASER / 2 ? text.lastIndexOf(" ", at - TEASER / 4) + 1 : 0
  const end =
    start + TEASER < text.length ? text.lastIndexOf(" ", start + TEASER) : text.length
  const shown = mark(text.slice(start, Math.max(end, start)), names)
  return `${start ? "… " : ""}${shown}${end < text.length ? " …" : ""}`
}

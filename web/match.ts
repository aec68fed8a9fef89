// 글을 다듬고, 그 안에서 이름을 찾는다.

import korean from "./korean.json" with { type: "json" }

const split = (lines: string[]) => lines.join(" ").split(" ")
const anyOf = (lines: string[]) =>
  split(lines)
    .sort((a, b) => b.length - a.length)
    .join("|")

const PARTICLES = anyOf(korean.particles)
const PARTICLE = new Set(split(korean.particles))
const PARTICLE_TAILS = byLast(split(korean.particles))
const ENDING_TAILS = byLast(split(korean.endings))
const PREDICATE = new RegExp(`(?:${anyOf(korean.predicates)})$`)
const EMPTY = new Set(split(korean.empty))
const COMMON = new Set(split(korean.common))

/** 무엇을 묻는지를 말할 뿐 어디에 답이 있는지는 말하지 않는다: 왜, 방법 */
export const isEmpty = (word: string) => EMPTY.has(word)
/** 어느 장에나 나와 장을 가르지 못한다: 코드, 예제 */
export const isCommon = (word: string) => COMMON.has(word)
export const isParticle = (word: string) => PARTICLE.has(word)
/** 풀이말. 이름이 아니므로 오타로 보지 않는다. */
export const isPredicate = (word: string) => PREDICATE.test(word)
export const hasHangul = (text: string) => /[가-힣]/.test(text)

const GREEK: Record<string, string> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "epsilon",
  ζ: "zeta",
  η: "eta",
  θ: "theta",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  ν: "nu",
  ξ: "xi",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  ς: "sigma",
  τ: "tau",
  φ: "phi",
  χ: "chi",
  ψ: "psi",
  ω: "omega",
  "∑": "sigma",
  "∏": "pi",
}

/** 모양만 다른 글자를 한 글자로: ＣＮＮ → CNN, R² → R2. 홀로 선 자모는 그대로 둔다. */
const plain = (text: string) =>
  /[ㄱ-ㆎ]/.test(text)
    ? text.replace(/[^ㄱ-ㆎ]+/g, (part) => part.normalize("NFKC"))
    : text.normalize("NFKC")

/** 모양을 고르거나 소리 내어 읽을 글자. 거의 모든 글에는 없다. */
const ODD = /[^\0-\x7f가-힣ㄱ-ㆎ]/

/** 모양을 고르고 소리 내어 읽을 글자를 읽은 글. 그런 글자가 없으면 그대로다. */
export const readable = (text: string) =>
  ODD.test(text)
    ? plain(text)
        .toLowerCase()
        .replace(/[α-ω∑∏]/g, (letter) => ` ${GREEK[letter] ?? ""} `)
        .replaceAll("×", "x")
    : text

// 한 칸짜리 빈칸은 그대로여도 같으므로 지나친다
const GAP = / *[^ 가-힣ㄱ-ㅣa-z0-9][^가-힣ㄱ-ㅣa-z0-9]*|[ ]{2,}/g

/** 글자와 숫자만 남긴다. 한글과 로마자는 떼고 그리스 글자는 읽는다: λ란 → lambda 란 */
export function normalize(text: string): string {
  return readable(text)
    .toLowerCase()
    .replace(GAP, " ")
    .replace(/([a-z0-9])(?=[가-힣ㄱ-ㅣ])|([가-힣ㄱ-ㅣ])(?=[a-z0-9])/g, "$& ")
    .trim()
}

/** 다듬은 글에서 띄어쓰기를 없앤 것. */
export const packed = (text: string) => text.replaceAll(" ", "")

/** 띄어쓰기와 붙임표를 없앤 이름. 같으면 같은 이름이다. */
export const key = (text: string) => packed(normalize(text))

/** 끝 글자마다, 그 글자로 끝나는 것들. 긴 것부터 */
function byLast(tails: string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const tail of tails.sort((a, b) => b.length - a.length)) {
    const last = tail.at(-1)!
    found.set(last, [...(found.get(last) ?? []), tail])
  }
  return found
}

/** 맨 뒤에 붙은 것 가운데 가장 긴 것을 뗀 말. 낱말마다 묻는 일이라 정규식은 느리다. */
function without(tails: Map<string, string[]>, word: string): string {
  const tail = tails.get(word.at(-1) ?? "")?.find((one) => word.endsWith(one))
  return tail ? word.slice(0, -tail.length) : word
}

/** 조사와 어미를 떼어 가며 얻는 말. 덜 뗀 것부터: 층에서는 → 층에서는, 층 */
export function stems(word: string): string[] {
  const found = [word]
  if (!hasHangul(word)) return found
  let rest = word
  for (let i = 0; i < 2; i++) {
    rest = without(PARTICLE_TAILS, rest)
    if (rest && rest !== found.at(-1)) found.push(rest)
  }
  const verb = without(ENDING_TAILS, word)
  if (verb.length > 1 && !found.includes(verb)) found.push(verb)
  return found
}

const MARKS = /[:：,·—–?()「」]/
const JOINT = /([가-힣A-Za-z])(?:와|과|의|이란|란)\s/g
const PARTED = new RegExp(`${MARKS.source}|${JOINT.source}`)

/** 제목을 이루는 말. 번호와 이음말에서 나눈다: 정밀도와 재현율 → 정밀도, 재현율 */
export function chunks(title: string, whole = normalize(title)): string[] {
  const plain = /\d/.test(whole)
    ? whole.replace(/^\d+ /, "").replace(/([가-힣a-z]{2}) \d$/, "$1")
    : whole
  const parts = PARTED.test(title)
    ? title.replace(JOINT, "$1:").split(MARKS).map(normalize)
    : []
  return [...new Set([whole, plain, ...parts])].filter(Boolean)
}

const patterns = new Map<string, RegExp>()

/** 다듬은 글에서 이름을 찾는다. 띄어쓰기에 매이지 않는다. */
export function pattern(name: string): RegExp {
  let found = patterns.get(name)
  if (!found) {
    found = new RegExp(source(name, " ?", "\\b", "(?:^| )"), "g")
    patterns.set(name, found)
  }
  return found
}

const rawPatterns = new Map<string, RegExp>()

/** 다듬지 않은 글에서 이름들을 찾는다. 이름 바로 앞의 글자도 찾은 것에 든다. */
function rawPattern(names: string[]): RegExp {
  const known = rawPatterns.get(names.join("\n"))
  if (known) return known
  const any = names.map((name) =>
    source(name, "[\\s\\-_·]?", "(^|[^a-z0-9])", "(^|[^가-힣a-z0-9])"),
  )
  const made = new RegExp(any.join("|"), "gi")
  rawPatterns.set(names.join("\n"), made)
  return made
}

/** latin과 hangul은 이름의 앞이 낱말의 처음인지 본다. 뒤돌아보는 식은 Safari 16.4에야 있다. */
function source(name: string, gap: string, latin: string, hangul: string): string {
  const letters = [...key(name)]
  const spaced = letters.join(gap)
  if (!hasHangul(name)) {
    const end = letters.length < 4 ? "s?(?![a-z0-9])" : ""
    return `${latin}${spaced}${end}`
  }
  if (letters.length === 1) return `${hangul}${spaced}(?:${PARTICLES})?(?![가-힣])`
  return `${hangul}${spaced}|${letters.join("")}`
}

export const count = (text: string, name: string) =>
  text.match(pattern(name))?.length ?? 0

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

/** 찾은 이름에 표를 한 HTML. */
export function mark(text: string, names: string[]): string {
  if (!names.length) return escaped(text)
  let out = ""
  let from = 0
  for (const found of text.matchAll(rawPattern(names))) {
    const [whole, ...before] = found
    const start = found.index + before.join("").length
    out += escaped(text.slice(from, start))
    from = found.index + whole.length
    out += `<mark data-md-highlight>${escaped(text.slice(start, from))}</mark>`
  }
  return out + escaped(text.slice(from))
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

// 읽는 이가 푼 것. 이 브라우저에만 있고, 읽는 이가 내보내고 가져오고 지운다.
// 이름은 "dl/softmax/exercise-2", "dl/softmax/quiz-1"처럼 장의 번호를 모른다. 장이 자리를
// 옮겨도 그대로다. 장마다 몇 개인지는 짓는 쪽이 안다.
// 판 1은 "dl/14-2", "dl/14/1"처럼 번호로 적었다. 그때의 차례(progress.v1.json)로 옮긴다.

import chapters from "./progress.v1.json" with { type: "json" }

const BOOK = "딥러닝개론"
const VERSION = 2
const KEY = "book.progress"
const CHANGED = "book:progress"
const NAME = /^[a-z]+\/[a-z][a-z0-9-]*\/(exercise|quiz)-\d+$/
const OLD = /^([a-z]+)\/(\d\d)([-/])(\d+)$/

let kept = read()
/** 이 브라우저가 기억을 막았는가 */
export let forgetful = false

function read(): Set<string> {
  try {
    return parse(localStorage.getItem(KEY) ?? "")
  } catch {
    return new Set()
  }
}

function save() {
  try {
    if (kept.size) localStorage.setItem(KEY, serialize())
    else localStorage.removeItem(KEY)
    forgetful = false
  } catch {
    forgetful = true
  }
  dispatchEvent(new Event(CHANGED))
}

/** 내보내는 글이자 브라우저에 담아 두는 글 */
export function serialize(): string {
  return JSON.stringify({ book: BOOK, version: VERSION, solved: [...kept].sort() })
}

/** 우리가 쓴 글이 아니면 까닭을 말하는 오류를 낸다. */
function parse(text: string): Set<string> {
  const refuse = (why: string) => new Error(`${why} 지금의 진도는 그대로다.`)
  let found: { book?: unknown; version?: unknown; solved?: unknown } | null
  try {
    found = JSON.parse(text)
  } catch {
    throw refuse("읽을 수 없는 파일이다.")
  }
  if (found?.book !== BOOK) throw refuse("이 책에서 내보낸 진도 파일이 아니다.")
  if (found.version !== VERSION && found.version !== 1)
    throw refuse("이 책과 판이 다른 진도 파일이다.")
  const { solved, version } = found
  const form = version === 1 ? OLD : NAME
  const right = (name: unknown) => typeof name === "string" && form.test(name)
  if (!Array.isArray(solved) || !solved.every(right))
    throw refuse("진도 파일의 내용이 망가져 있다.")
  return new Set(version === 1 ? solved.flatMap(renamed) : solved)
}

/** 판 1의 이름을 지금의 이름으로. 그때 없던 장이면 버린다. */
function renamed(name: string): string[] {
  const [, part, number, mark, n] = OLD.exec(name)!
  const slug = (chapters as Record<string, string[]>)[part!]?.[Number(number) - 1]
  return slug ? [`${part}/${slug}/${mark === "-" ? "exercise" : "quiz"}-${n}`] : []
}

export const solved = (name: string) => kept.has(name)

export function solve(name: string) {
  if (kept.has(name)) return
  kept.add(name)
  save()
}

/** 파일에서 가져와 지금의 진도에 더한다. 새로 더한 것의 수를 준다. */
export function merge(text: string): number {
  const added = [...parse(text)].filter((name) => !kept.has(name))
  kept = new Set([...kept, ...added])
  save()
  return added.length
}

export function erase() {
  kept = new Set()
  save()
}

/** 바로, 그리고 진도가 바뀔 때마다 부른다. 다른 탭에서 바뀌어도 부른다. */
export function watch(element: Element, show: () => void) {
  const listen = () => {
    if (element.isConnected) return show()
    removeEventListener(CHANGED, listen)
  }
  addEventListener(CHANGED, listen)
  show()
}

addEventListener("storage", ({ key }) => {
  if (key !== KEY && key !== null) return
  kept = read()
  dispatchEvent(new Event(CHANGED))
})

// 절 끝의 "막혔어요 · 틀렸어요". 누르는 때에 주소의 글에 커밋과 돌려 본 것을 더 적는다.
// 보내는 것은 읽는 이가 GitHub에서 보고 고친 다음의 일이다.

import { type Ran, ran } from "../runner/ran.ts"

const LONGEST = 7000 // 글자. GitHub는 8 KB가 넘는 주소를 받지 않는다
const FENCE = "```"

export function mount(paragraph: HTMLElement) {
  const link = paragraph.querySelector("a")!
  const address = link.href
  link.addEventListener("click", () => {
    link.href = told(address, commit(), blocksBefore(paragraph))
  })
}

function commit(): string {
  return document.querySelector<HTMLElement>(".book-end")?.dataset.commit ?? ""
}

/** 이 절에서 돌려 본 것들. 새것부터 */
function blocksBefore(paragraph: Element): Ran[] {
  const found: Ran[] = []
  for (let at = paragraph.previousElementSibling; at && at.tagName !== "H2"; ) {
    for (const block of [at, ...at.querySelectorAll("[data-run]")]) {
      const run = ran.get(block)
      if (run) found.push(run)
    }
    at = at.previousElementSibling
  }
  return found.sort((one, other) => other.when - one.when)
}

/** 글이 길면 들어가는 만큼만 적는다. */
function told(address: string, commit: string, runs: Ran[]): string {
  const url = new URL(address)
  const body = url.searchParams.get("body")!
  const lines = [
    commit && `쪽의 커밋: ${commit.slice(0, 12)}`,
    `브라우저: ${browser()}`,
  ]
  let written = `${body}\n---\n${lines.filter(Boolean).join("\n")}\n`
  let fits = addressWith(url, written)
  for (const run of runs) {
    written += `\n${story(run)}\n`
    const longer = addressWith(url, written)
    if (longer.length > LONGEST) break
    fits = longer
  }
  return fits
}

function addressWith(url: URL, body: string): string {
  url.searchParams.set("body", body)
  return url.href
}

function story({ name, code, changed, end, error }: Ran): string {
  const what = changed
    ? `고쳐서 돌린 \`${name}\`:\n\n${FENCE}python\n${code.trimEnd()}\n${FENCE}\n`
    : `책의 코드 그대로 돌린 \`${name}\`.`
  const why = error && `\n${FENCE}text\n${error.trimEnd()}\n${FENCE}`
  return `${what} ${end}${why}`
}

function browser(): string {
  const brands = /(Firefox|Edg|Chrome|Version)\/[\d.]+/.exec(navigator.userAgent)
  return `${brands?.[0] ?? "모름"}, ${innerWidth}×${innerHeight}`
}

// 연습문제: 채점, 힌트, 풀이. 고치고 실행하고 되돌리는 것은 run.ts가 시작 코드에 해 둔다.
// 채점하는 말은 lessons/checking.py가 하므로 명령줄과 같다.

import { solve, solved } from "../progress.ts"
import type { Verdict } from "../runner/messages.ts"
import { run, Unavailable } from "../runner/python.ts"

/** assets/exercises/의 파일: 짓는 쪽(sitegen/faces/exercises.py)이 쓴다. */
interface Check {
  check: string
  deadline: number
  late: string
  exited: string
}

const OFFLINE = "채점에 쓸 것을 받지 못했다. 인터넷을 확인하고 다시 누른다."

const grading = new Map<HTMLElement, AbortController>()

declare const document$: { subscribe(next: () => void): void }
document$.subscribe(() => {
  for (const [bar, started] of grading) if (!bar.isConnected) started.abort()
})

export function mount(bar: HTMLElement) {
  const name = bar.dataset.exercise!
  const file = `${name.replace("/", "_")}.py`
  const code = starter(bar).querySelector<HTMLElement>("pre > code")!
  const [hints, answer] = folds(bar)
  const grade = button("채점", "run-go")
  const hint = button("")
  const reveal = button("풀이")
  const status = make("span", "run-status")
  const said = make("div", "book-verdict")
  status.setAttribute("role", "status")
  said.setAttribute("role", "status")
  if (solved(name)) status.textContent = "전에 푼 문제다."
  bar.setAttribute("role", "group")
  bar.setAttribute("aria-label", `연습문제 ${name.split("-").pop()} 채점과 힌트`)
  const row = make("div", "book-exercise__row")
  row.append(grade, hint, reveal, status)
  bar.append(row, said)

  const left = () => hints.filter((fold) => !fold.open)
  const count = () => {
    hint.textContent = left().length ? `힌트 ${left().length}개 남음` : "힌트 다 봄"
    hint.ariaDisabled = left().length ? null : "true"
  }
  for (const fold of hints) fold.addEventListener("toggle", count)
  hint.hidden = !hints.length
  count()
  hint.addEventListener("click", () => show(left()[0]))
  reveal.hidden = !answer
  reveal.addEventListener("click", () => show(answer))

  function show(fold: HTMLDetailsElement | undefined) {
    if (!fold) return
    fold.open = true
    fold.querySelector("summary")!.focus()
    status.textContent = ""
  }

  grade.addEventListener("click", async () => {
    const started = grading.get(bar)
    if (started) return started.abort()
    const stop = new AbortController()
    grading.set(bar, stop)
    grade.textContent = "멈춤"
    bar.classList.add("run-busy")
    said.replaceChildren()
    delete said.dataset.kind
    status.textContent = "채점을 기다린다."
    try {
      const verdict = await ask(stop.signal)
      status.textContent = ""
      if (verdict) tell(verdict)
      if (verdict?.kind === "passed") solve(name)
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      status.textContent = error.message
    } finally {
      grading.delete(bar)
      grade.textContent = "채점"
      bar.classList.remove("run-busy")
    }
  })

  /** 채점한 결과. 읽는 이가 멈췄으면 null */
  async function ask(signal: AbortSignal): Promise<Verdict | null> {
    const { check, deadline, late, exited } = await fetchCheck(bar.dataset.check!)
    const { verdict, error, stopped } = await run("", {
      name: "<채점>",
      grading: { answer: code.textContent, check, file },
      deadline,
      signal,
      onProgress({ loaded, total }) {
        const percent = Math.floor((100 * loaded) / total)
        status.ariaLive = loaded && loaded < total ? "off" : "polite"
        status.textContent =
          loaded < total ? `파이썬을 받는다. ${percent}%` : "파이썬을 켠다."
      },
      onStart() {
        status.ariaLive = "polite"
        status.textContent = "채점하는 중"
      },
    })
    if (stopped === "reader") return null
    if (stopped) return { kind: "late", message: late, output: "" }
    if (verdict) return verdict
    if (!error) return { kind: "exited", message: exited, output: "" }
    const why = `답이 파이썬을 바꾸어 채점하지 못했다. ${error.type}: ${error.message}`
    return { kind: "error", message: why, output: "" }
  }

  function tell({ kind, message, output }: Verdict) {
    said.dataset.kind = kind
    const word = make(kind === "error" ? "pre" : "p", "book-verdict__word")
    word.textContent = message
    said.replaceChildren(word)
    if (output) {
      const printed = make("pre", "book-verdict__output")
      printed.textContent = output
      printed.tabIndex = 0
      printed.setAttribute("role", "group")
      printed.setAttribute("aria-label", "답이 찍은 것")
      said.append(printed)
    }
    said.scrollIntoView({ block: "nearest" })
  }
}

async function fetchCheck(address: string): Promise<Check> {
  let answer: Response
  try {
    answer = await fetch(address)
  } catch {
    throw new Unavailable(OFFLINE)
  }
  if (!answer.ok) throw new Unavailable(OFFLINE)
  return answer.json()
}

/** 바로 앞의 시작 코드. 그 사이에 실행한 결과가 놓일 수 있다. */
function starter(bar: HTMLElement): Element {
  let before = bar.previousElementSibling!
  while (!before.matches(".highlight")) before = before.previousElementSibling!
  return before
}

/** 바로 뒤에 이어지는 힌트들과 풀이 */
function folds(
  bar: HTMLElement,
): [HTMLDetailsElement[], HTMLDetailsElement | undefined] {
  const found: HTMLDetailsElement[] = []
  let next = bar.nextElementSibling
  while (next instanceof HTMLDetailsElement) {
    found.push(next)
    next = next.nextElementSibling
  }
  return [
    found.filter((fold) => fold.matches(".tip")),
    found.find((fold) => fold.matches(".success")),
  ]
}

function make(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = name
  return element
}

function button(text: string, name = ""): HTMLButtonElement {
  const made = document.createElement("button")
  made.type = "button"
  made.className = `run-button ${name}`
  made.textContent = text
  return made
}

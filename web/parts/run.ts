// 페이지의 코드 블록: 실행, 고치기, 멈춤. 책의 출력 아래에 읽는 이의 출력을 둔다.

import { Editor } from "../runner/editor.ts"
import type { Figure } from "../runner/messages.ts"
import { type Result, run, Unavailable } from "../runner/python.ts"
import { ran } from "../runner/ran.ts"

const MB = 1_000_000

const running = new Map<HTMLElement, AbortController>()

declare const document$: { subscribe(next: () => void): void }
// 다른 페이지로 갔으면 거기서 누른 것이 앞 페이지의 것을 기다리지 않게 한다.
document$.subscribe(() => {
  for (const [block, started] of running) if (!block.isConnected) started.abort()
})

export function mount(block: HTMLElement) {
  const code = block.querySelector<HTMLElement>("pre > code")!
  const title = block.querySelector(".filename")?.textContent ?? ""
  const name = title.split("/").pop() || "내_코드.py"
  const original = code.textContent
  const book = outputOf(block)
  const bar = make("div", "run-bar")
  const go = button(`실행`, `실행: ${name}`, "run-go")
  const change = button("고치기", `고치기: ${name}`)
  const reset = button("처음대로", `처음대로: ${name}`)
  const status = make("span", "run-status")
  status.setAttribute("role", "status")
  const meter = document.createElement("progress")
  meter.setAttribute("aria-label", "파이썬을 받은 만큼")
  meter.hidden = reset.hidden = true
  bar.append(go, change, reset, meter, status)
  block.append(bar)

  const panel = new Panel(book ?? block, name)
  const kept = new Kept(block.dataset.runId!)
  const editor = new Editor(code, {
    label: `${name} 고치기`,
    onRun: () => void start(),
    onChange(text) {
      const changed = text !== original
      reset.hidden = !changed
      if (changed) kept.text = text
      else kept.forget()
    },
  })
  const saved = kept.text
  if (saved !== null) {
    editor.text = saved
    reset.hidden = false
    status.textContent = "지난번에 고친 코드다."
  }
  // 손가락으로 누를 때마다 자판이 올라오지 않게, 마우스일 때만 바로 고치게 한다.
  if (matchMedia("(pointer: fine)").matches) editor.allow()

  let stopping: AbortController | undefined
  go.addEventListener("click", () => (stopping ? stopping.abort() : void start()))
  change.addEventListener("click", () => editor.focus())
  reset.addEventListener("click", () => {
    kept.forget()
    editor.reset()
    reset.hidden = true
    panel.close()
    status.textContent = "책의 코드로 되돌렸다."
    go.focus()
  })

  async function start() {
    if (stopping) return
    stopping = new AbortController()
    label(go, "멈춤", `멈춤: ${name}`)
    block.classList.add("run-busy")
    status.textContent = "차례를 기다린다."
    panel.open()
    try {
      const text = editor.text
      const result = await run(text, {
        name,
        signal: stopping.signal,
        onOutput: (text) => panel.print(text),
        onFigure: (figure) => panel.draw(figure),
        onProgress({ loaded, total }) {
          meter.hidden = false
          meter.max = total
          meter.value = loaded
          const told =
            loaded < total
              ? `파이썬을 받는다. ${(loaded / MB).toFixed(1)} / ${(total / MB).toFixed(1)} MB`
              : "파이썬을 켠다."
          // 화면 낭독기가 숫자마다 읽지 않게, 말이 바뀔 때만 알린다.
          status.setAttribute("aria-live", loaded && loaded < total ? "off" : "polite")
          status.textContent = told
        },
        onStart() {
          meter.hidden = true
          status.setAttribute("aria-live", "polite")
          status.textContent = "도는 중"
          running.set(block, stopping!)
        },
      })
      panel.show(result)
      const changed = text !== original
      const end = say(result, changed ? null : book)
      status.textContent = end
      const error = result.error?.traceback ?? ""
      ran.set(block, { name, code: text, changed, end, error, when: Date.now() })
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      panel.close()
      status.textContent = error.message
    } finally {
      meter.hidden = true
      stopping = undefined
      running.delete(block)
      label(go, "실행", `실행: ${name}`)
      block.classList.remove("run-busy")
    }
  }
}

/** 블록 바로 아래에 있는 책의 출력. 없으면 null */
function outputOf(block: HTMLElement): HTMLElement | null {
  const next = block.nextElementSibling
  return next instanceof HTMLElement && next.matches(".language-text.highlight")
    ? next
    : null
}

function say(result: Result, book: HTMLElement | null): string {
  const seconds = `${(result.milliseconds / 1000).toFixed(2)}초`
  if (result.stopped === "reader") return "멈췄다."
  if (result.stopped === "drawing") {
    const count = result.figures.length
    const seen = count ? ` 다 그린 ${count}개만 보인다.` : ""
    return `그림을 그리다 시간이 다 되어 멈췄다.${seen} 점이나 그림을 줄인다.`
  }
  if (result.stopped === "deadline") return "너무 오래 걸려 멈췄다. 끝없이 도는지 본다."
  const end = result.error ? `오류로 끝났다. ${seconds}` : `다 돌았다. ${seconds}`
  if (!book) return end
  const shown = book.querySelector("code")!.textContent
  const last = result.error?.traceback.trimEnd().split("\n").pop() ?? ""
  const mine = `${result.stdout}${last}`.trimEnd()
  return mine === shown.trimEnd()
    ? `${end} 책의 출력과 같다.`
    : `${end} 책의 출력과 다르다.`
}

/** 읽는 이의 출력과 그림 */
class Panel {
  private readonly above: HTMLElement
  private readonly box: HTMLElement
  private readonly output = make("pre", "run-text")
  private readonly figures = make("div", "run-figures")
  private addresses: string[] = []

  constructor(above: HTMLElement, name: string) {
    this.above = above
    this.box = make("section", "run-panel")
    this.box.setAttribute("aria-label", `내 실행: ${name}`)
    const head = make("p", "run-head")
    head.textContent = "내 실행"
    this.output.tabIndex = 0
    this.box.append(head, this.output, this.figures)
  }

  open() {
    this.clear()
    // 옆에 두면 `:nth-child`로 고른 뒤의 요소를 모두 다시 그리므로 속에 둔다
    this.above.append(this.box)
    const head = this.above.querySelector(".filename")
    if (head?.textContent === "출력") head.textContent = "책의 출력"
  }

  close() {
    this.clear()
    this.box.remove()
  }

  print(text: string) {
    this.output.append(text)
  }

  show({ error, figures, stdout, stopped }: Result) {
    if (error) {
      const told = make("span", "run-error")
      told.textContent = error.traceback
      this.output.append(told)
      if (error.hint) {
        const hint = make("span", "run-hint")
        hint.textContent = error.hint
        this.output.append(hint)
      }
    } else if (!stdout && !figures.length && !stopped) {
      const none = make("span", "run-none")
      none.textContent = "찍은 것이 없다. 값을 보려면 print를 쓴다."
      this.output.append(none)
    }
  }

  draw(figure: Figure) {
    const number = this.figures.childElementCount / 2 + 1
    for (const scheme of ["light", "dark"] as const) {
      const svg = new Blob([figure[scheme]], { type: "image/svg+xml" })
      const address = URL.createObjectURL(svg)
      this.addresses.push(address)
      const image = new Image()
      image.src = `${address}#only-${scheme}`
      image.alt = `내 실행이 그린 그림 ${number}`
      this.figures.append(image)
    }
  }

  private clear() {
    this.output.replaceChildren()
    this.figures.replaceChildren()
    for (const address of this.addresses) URL.revokeObjectURL(address)
    this.addresses = []
  }
}

/** 이 브라우저에 간직하는, 고친 코드. 간직할 수 없는 브라우저에서는 조용히 넘어간다. */
class Kept {
  private readonly key: string

  constructor(id: string) {
    this.key = `run:${location.pathname}:${id}`
  }

  get text(): string | null {
    try {
      return localStorage.getItem(this.key)
    } catch {
      return null
    }
  }

  set text(text: string) {
    try {
      localStorage.setItem(this.key, text)
    } catch {
      // 꽉 찼거나 막혔다. 이 페이지에 있는 동안은 화면에 남아 있다.
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key)
    } catch {
      // 간직한 것도 없다
    }
  }
}

function make(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = name
  return element
}

function button(text: string, spoken: string, name = ""): HTMLButtonElement {
  const made = document.createElement("button")
  made.type = "button"
  made.className = `run-button ${name}`
  label(made, text, spoken)
  return made
}

function label(button: HTMLButtonElement, text: string, spoken: string) {
  button.textContent = text
  button.setAttribute("aria-label", spoken)
}

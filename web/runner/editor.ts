// 코드 한 덩이를 고치게 한다. 처음에는 있던 자리에서 그대로, 한 글자라도 고치면 그때
// 진짜 편집기를 받아 자리를 바꾼다. 받지 못해도 고치는 데는 지장이 없다.

import type { Real } from "./codemirror.ts"

export interface Options {
  /** 화면 낭독기가 읽을 이름 */
  label: string
  /** 고칠 때마다 */
  onChange(text: string): void
  /** Ctrl+Enter */
  onRun(): void
}

/** `<code>`를 고칠 수 있게 한다. 코드는 언제나 그 요소의 글이다. */
export class Editor {
  private readonly code: HTMLElement
  private readonly options: Options
  private readonly original: string
  private real: Real | undefined
  private loading = false
  private composing = false

  constructor(code: HTMLElement, options: Options) {
    this.code = code
    this.options = options
    this.original = code.innerHTML
    code.addEventListener("input", () => this.changed())
    code.addEventListener("compositionstart", () => (this.composing = true))
    code.addEventListener("compositionend", () => (this.composing = false))
    code.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      options.onRun()
    })
  }

  get text(): string {
    return this.code.textContent.replace(/\n*$/, "\n")
  }

  set text(text: string) {
    this.code.textContent = text
    this.real?.set(text)
  }

  /** 누르면 글자를 고칠 수 있게 해 둔다. */
  allow() {
    const { isContentEditable } = this.code
    if (isContentEditable) return
    try {
      this.code.contentEditable = "plaintext-only"
    } catch {
      this.code.contentEditable = "true" // Firefox 136보다 오래된 것
    }
    this.code.spellcheck = false
    this.code.setAttribute("role", "textbox")
    this.code.setAttribute("aria-multiline", "true")
    this.code.setAttribute("aria-label", this.options.label)
  }

  focus() {
    this.allow()
    if (this.real) this.real.focus()
    else this.code.focus()
  }

  /** 처음의 코드로 되돌린다. */
  reset() {
    this.real?.close()
    this.real = undefined
    this.code.hidden = false
    this.block?.classList.remove("editing")
    this.code.innerHTML = this.original
  }

  private get block(): Element | null {
    return this.code.closest(".highlight")
  }

  private changed() {
    this.options.onChange(this.text)
    if (!this.real) void this.upgrade()
  }

  private async upgrade() {
    if (this.loading) return
    this.loading = true
    try {
      const { open } = await import("./codemirror.ts")
      while (this.composing) await new Promise((wait) => setTimeout(wait, 100))
      if (!this.code.isConnected) return
      const focused = document.activeElement === this.code
      const [from, to] = this.selection()
      this.real = open(this.code.parentElement!, this.code.textContent, {
        label: this.options.label,
        selection: [from, to],
        onRun: this.options.onRun,
        onChange: (text) => {
          this.code.textContent = text
          this.options.onChange(this.text)
        },
      })
      this.code.hidden = true
      this.block?.classList.add("editing")
      if (focused) this.real.focus()
    } catch {
      // 다음에 고칠 때 다시 받아 본다
    } finally {
      this.loading = false
    }
  }

  private selection(): [number, number] {
    const chosen = getSelection()
    const end = this.code.textContent.length
    if (!chosen?.rangeCount) return [end, end]
    const range = chosen.getRangeAt(0)
    if (!this.code.contains(range.commonAncestorContainer)) return [end, end]
    const before = document.createRange()
    before.setStart(this.code, 0)
    before.setEnd(range.startContainer, range.startOffset)
    const from = before.toString().length
    return [from, from + range.toString().length]
  }
}

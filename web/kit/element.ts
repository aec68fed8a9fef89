// 실험 도구의 바탕. 상태 하나를 그리고, 주소에 적고, 바뀐 것을 소리로 알린다.

import { div, html } from "./dom.ts"
import { STYLE } from "./style.ts"

const SETTLE = 300 // 손을 멈춘 뒤 주소에 적고 소리로 알리기까지

const sheet = new CSSStyleSheet()
sheet.replaceSync(STYLE)

export abstract class Widget<State extends object> extends HTMLElement {
  protected state!: State
  private readonly root = this.attachShadow({ mode: "open" })
  private readonly live = html("p", { class: "live", "aria-live": "polite" })
  private timer = 0

  /** 이 도구만의 모양 */
  protected abstract readonly look: string

  /** 처음의 상태 */
  protected abstract start(): State
  /** 주소에 적을 글. decode가 되읽는다 */
  protected abstract encode(state: State): string
  /** 주소에서 읽은 상태. 읽을 수 없으면 null */
  protected abstract decode(text: string): State | null
  /** 틀에 담을 것 */
  protected abstract build(): Node[]
  protected abstract render(): void
  /** 화면을 못 보는 사람에게 들려줄 한 문장 */
  protected abstract say(): string

  connectedCallback() {
    if (this.state) return
    const text = new URLSearchParams(location.search).get(this.localName)
    this.state = (text !== null && this.decode(text)) || this.start()
    this.root.adoptedStyleSheets = [sheet]
    const style = html("style", {}, this.look)
    this.root.replaceChildren(style, div("frame", ...this.build()), this.live)
    this.render()
  }

  disconnectedCallback() {
    clearTimeout(this.timer)
  }

  protected update(change: Partial<State>) {
    this.state = { ...this.state, ...change }
    this.render()
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.settle(), SETTLE)
  }

  protected reset() {
    this.update(this.start())
  }

  private settle() {
    this.live.textContent = this.say()
    const url = new URL(location.href)
    const text = this.encode(this.state)
    if (text === this.encode(this.start())) url.searchParams.delete(this.localName)
    else url.searchParams.set(this.localName, text)
    history.replaceState(history.state, "", url)
  }
}

// 미닫이, 고르기, 단추, 재생.

import { div, html, set } from "./dom.ts"

export interface Slider {
  node: HTMLElement
  input: HTMLInputElement
  show(value: number, text: string, spoken?: string): void
  range(min: number, max: number, step: number): void
  /** 눈금에 표를 하나 세운다. 범위를 벗어나면 숨긴다 */
  mark(value: number, text: string): void
}

export function slider(label: string, change: (value: number) => void): Slider {
  const input = html("input", { type: "range", "aria-label": label })
  const output = html("span", { class: "value", "aria-hidden": "true" })
  const flag = html("span", { class: "flag", "aria-hidden": "true", hidden: true })
  const name = html("span", { class: "name", "aria-hidden": "true" }, label)
  const track = html("span", { class: "track" }, input, flag)
  input.addEventListener("input", () => change(input.valueAsNumber))
  return {
    node: div("slider", name, output, track),
    input,
    show(value, text, spoken = text) {
      input.value = String(value)
      input.setAttribute("aria-valuetext", spoken)
      output.textContent = text
    },
    range(min, max, step) {
      set(input, { min, max, step })
    },
    mark(value, text) {
      const part = (value - Number(input.min)) / (Number(input.max) - Number(input.min))
      flag.hidden = !(part >= 0 && part <= 1)
      flag.style.setProperty("--part", String(part))
      flag.textContent = text
    },
  }
}

export interface Choice<T extends string> {
  node: HTMLElement
  show(value: T): void
}

export function choice<T extends string>(
  label: string,
  options: Record<T, string>,
  change: (value: T) => void,
): Choice<T> {
  const group = Math.random().toString(36).slice(2)
  const entries = Object.entries(options) as [T, string][]
  const inputs = entries.map(([value]) =>
    html("input", { type: "radio", name: group, value }),
  )
  const labels = entries.map(([, text], i) => html("label", {}, inputs[i]!, text))
  const node = html("div", { class: "choice", role: "radiogroup", "aria-label": label })
  node.append(...labels)
  node.addEventListener("change", (event) =>
    change((event.target as HTMLInputElement).value as T),
  )
  return {
    node,
    show(value) {
      for (const input of inputs) input.checked = input.value === value
    },
  }
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const node = html("button", { type: "button" }, text)
  node.addEventListener("click", press)
  return node
}

export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches

interface Playing {
  /** 한 걸음 걷고, 더 걸을 것이 남았으면 true */
  walk(): boolean
  /** 앞(1)이나 뒤(−1)로 한 걸음 */
  go(by: 1 | -1): void
  reset(): void
  /** 걸음 사이의 밀리초 */
  pause: number
  /** 앞으로와 뒤로의 이름 */
  names: [string, string]
}

/** 재생, 한 걸음 앞뒤, 처음으로. 움직임을 줄여 달라는 사람에게는 한 번에 끝까지 간다. */
export class Player {
  readonly node: HTMLElement
  private readonly toggle: HTMLButtonElement
  private readonly next: HTMLButtonElement
  private readonly back: HTMLButtonElement
  private readonly playing: Playing
  private timer = 0

  constructor(playing: Playing) {
    this.playing = playing
    const halted = (text: string, press: () => void) =>
      button(text, () => {
        this.stop()
        press()
      })
    this.toggle = button(still() ? "끝까지" : "재생", () => {
      if (this.timer) this.stop()
      else this.play()
    })
    this.toggle.classList.add("primary")
    this.next = halted(playing.names[0], () => playing.go(1))
    this.back = halted(playing.names[1], () => playing.go(-1))
    const reset = halted("처음으로", () => playing.reset())
    this.node = div("controls", this.toggle, this.next, this.back, reset)
  }

  /** 지금 자리에서 뒤와 앞으로 갈 수 있는가 */
  show(canBack: boolean, canNext: boolean) {
    this.back.disabled = !canBack
    this.next.disabled = !canNext
  }

  private play() {
    if (still()) {
      while (this.playing.walk());
      return
    }
    this.toggle.textContent = "멈춤"
    this.timer = window.setInterval(() => {
      if (!this.playing.walk()) this.stop()
    }, this.playing.pause)
  }

  stop() {
    if (!this.timer) return
    clearInterval(this.timer)
    this.timer = 0
    this.toggle.textContent = "재생"
  }
}

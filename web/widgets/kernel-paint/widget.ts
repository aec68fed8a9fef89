// <kernel-paint>: 3×3 커널을 고쳐 가며 사진을 거르고, 캐니를 한 단계씩 본다.
// 읽는 이의 사진은 이 브라우저 안에서만 쓴다. 어디에도 보내거나 적어 두지 않는다.

import { button, choice, slider } from "../../kit/controls.ts"
import { div, hint, html, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { drag } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import {
  connect,
  correlate,
  gaussian,
  gradients,
  meetings,
  type Picture,
  shade,
  thin,
  type View,
} from "./math.ts"
import { PHOTO } from "./photo.ts"
import { Camera, photograph, SIDE } from "./source.ts"

const TASKS = { kernel: "커널", canny: "캐니" }
type Task = keyof typeof TASKS

const PRESETS = {
  same: ["그대로", [0, 0, 0, 0, 1, 0, 0, 0, 0], 1],
  box: ["평균", [1, 1, 1, 1, 1, 1, 1, 1, 1], 9],
  gauss: ["가우시안", [1, 2, 1, 2, 4, 2, 1, 2, 1], 16],
  sharp: ["또렷하게", [0, -1, 0, -1, 5, -1, 0, -1, 0], 1],
  emboss: ["엠보스", [-2, -1, 0, -1, 1, 1, 0, 1, 2], 1],
  across: ["소벨 가로", [-1, 0, 1, -2, 0, 2, -1, 0, 1], 1],
  down: ["소벨 세로", [-1, -2, -1, 0, 0, 0, 1, 2, 1], 1],
  laplace: ["라플라시안", [0, 1, 0, 1, -4, 1, 0, 1, 0], 1],
} satisfies Record<string, [string, number[], number]>
type Preset = keyof typeof PRESETS
const PRESET_NAMES = Object.fromEntries(
  Object.entries(PRESETS).map(([key, [name]]) => [key, name]),
) as Record<Preset, string>

const VIEWS: Record<View, string> = {
  signed: "부호 있게(0은 회색)",
  clip: "0–255로 자르기",
  wrap: "uint8로 넘치기",
}
const STAGES = {
  blur: "1 흐리기",
  slope: "2 기울기",
  thin: "3 얇게",
  two: "4 두 문턱값",
  edge: "5 잇기",
}
type Stage = keyof typeof STAGES

interface State {
  task: Task
  W: number[]
  over: number
  view: View
  stage: Stage
  sigma: number
  low: number
  high: number
  /** 들여다보는 칸 */
  row: number
  column: number
}

/** 그림 한 장과 그 위의 표시 */
class Screen {
  readonly mark: SVGRectElement
  readonly node: HTMLElement
  private readonly canvas = html("canvas", {
    width: SIDE,
    height: SIDE,
    "aria-hidden": "true",
  })
  private readonly title = html("p", { class: "title" })

  constructor(mark: SVGRectElement) {
    this.mark = mark
    const over = svg("svg", { viewBox: `0 0 ${SIDE} ${SIDE}` }, mark)
    this.node = div("screen", this.title, div("board", this.canvas, over))
  }

  /** 칸마다의 밝기 0~255를 그린다 */
  draw(title: string, tone: (at: number) => number) {
    this.title.textContent = title
    const image = new ImageData(SIDE, SIDE)
    for (let at = 0; at < SIDE * SIDE; at++) {
      image.data.fill(tone(at), 4 * at, 4 * at + 3)
      image.data[4 * at + 3] = 255
    }
    this.canvas.getContext("2d")!.putImageData(image, 0, 0)
  }

  cell(event: { clientX: number; clientY: number }): [number, number] {
    const { left, top, width, height } = this.canvas.getBoundingClientRect()
    return [
      Math.floor(((event.clientY - top) / height) * SIDE),
      Math.floor(((event.clientX - left) / width) * SIDE),
    ]
  }
}

class KernelPaint extends Widget<State> {
  private readonly input = new Screen(
    svg("rect", { class: "mark", tabindex: 0, role: "slider", width: 3, height: 3 }),
  )
  private readonly output = new Screen(
    svg("rect", { class: "mark", width: 1, height: 1 }),
  )
  private readonly task = choice("할 일", TASKS, (task) => this.update({ task }))
  private readonly preset = choice("커널", PRESET_NAMES, (name) => this.choose(name))
  private readonly view = choice("보는 법", VIEWS, (view) => this.update({ view }))
  private readonly stage = choice("단계", STAGES, (stage) => this.update({ stage }))
  private readonly weights = Array.from({ length: 9 }, (_, cell) =>
    this.box(`W[${Math.floor(cell / 3)}, ${cell % 3}]`, (value) =>
      this.update({ W: this.state.W.map((w, at) => (at === cell ? value : w)) }),
    ),
  )
  private readonly over = this.box("나누는 수", (over) => over && this.update({ over }))
  private readonly sigma = slider("흐리기 σ", (sigma) => this.update({ sigma }))
  private readonly low = slider("약한 문턱값", (low) =>
    this.update({ low, high: Math.max(low, this.state.high) }),
  )
  private readonly high = slider("강한 문턱값", (high) =>
    this.update({ high, low: Math.min(high, this.state.low) }),
  )
  private readonly kernelPanel = div(
    "panel kernels",
    this.preset.node,
    div(
      "knobs",
      html(
        "div",
        { class: "kernel", role: "group", "aria-label": "커널의 값" },
        ...this.weights,
      ),
      div("over", "÷ ", this.over),
      this.view.node,
    ),
  )
  private readonly cannyPanel = div(
    "panel",
    this.stage.node,
    div("knobs", this.sigma.node, this.low.node, this.high.node),
  )
  private readonly file = html("input", {
    type: "file",
    accept: "image/*",
    hidden: true,
  })
  private readonly filming = button("카메라 켜기", () => void this.film())
  private readonly said = html("p", { class: "said" })
  private readonly note = html("span", { class: "soft", role: "status" })
  private readonly camera = new Camera((photo) => this.see(photo))
  private photo: Picture = {
    height: SIDE,
    width: SIDE,
    data: new Uint8Array(SIDE * SIDE),
  }

  protected readonly look = STYLE

  protected start(): State {
    const [, W, over] = PRESETS.across
    return {
      task: "kernel",
      W,
      over,
      view: "signed",
      stage: "edge",
      sigma: 1.4,
      low: 40,
      high: 100,
      row: 40,
      column: 64,
    }
  }

  protected encode({
    task,
    W,
    over,
    view,
    stage,
    sigma,
    low,
    high,
    row,
    column,
  }: State): string {
    return pack(task, W, over, view, stage, [sigma, low, high], [row, column])
  }

  protected decode(text: string): State | null {
    const [task, weights, divisor, view, stage, knobs, cell] = unpack(text)
    const W = numbers(weights)
    const over = Number(divisor)
    const [sigma, low, high] = numbers(knobs) ?? []
    const [row, column] = numbers(cell) ?? []
    const named =
      Object.hasOwn(TASKS, task ?? "") &&
      Object.hasOwn(VIEWS, view ?? "") &&
      Object.hasOwn(STAGES, stage ?? "")
    if (
      !named ||
      W?.length !== 9 ||
      !over ||
      column === undefined ||
      high === undefined
    )
      return null
    return {
      task: task as Task,
      W,
      over,
      view: view as View,
      stage: stage as Stage,
      sigma: clamp(sigma!, 0, MOST.sigma),
      low: clamp(low!, 0, MOST.slope),
      high: clamp(high, 0, MOST.slope),
      row: clamp(Math.round(row!), 0, SIDE - 1),
      column: clamp(Math.round(column), 0, SIDE - 1),
    }
  }

  protected build(): Node[] {
    this.sigma.range(0, MOST.sigma, 0.1)
    this.low.range(0, MOST.slope, 5)
    this.high.range(0, MOST.slope, 5)
    for (const screen of [this.input, this.output]) {
      drag(screen.node.querySelector("svg")!, (event) =>
        this.pick(...screen.cell(event)),
      )
    }
    this.input.mark.addEventListener("keydown", (event) => this.key(event))
    this.file.addEventListener("change", () => void this.open())
    const pick = button("내 사진 열기", () => this.file.click())
    const back = button("처음으로", () => {
      this.camera.stop()
      void this.developed()
      this.reset()
    })
    void this.developed()
    return [
      this.task.node,
      div("screens", this.input.node, this.output.node),
      this.said,
      div("panels", this.kernelPanel, this.cannyPanel),
      div("controls", pick, this.filming, back, this.file, this.note),
      hint(
        "그림을 누르거나 끌어 칸을 고른다. 칸을 고른 뒤에는 화살표 키로도 옮긴다. " +
          "연 사진은 이 브라우저 안에서만 쓰고 어디에도 보내지 않는다.",
      ),
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.camera.stop()
  }

  private box(label: string, change: (value: number) => void): HTMLInputElement {
    const input = html("input", { type: "number", step: "any", "aria-label": label })
    input.addEventListener("input", () => {
      if (Number.isFinite(input.valueAsNumber)) change(input.valueAsNumber)
    })
    return input
  }

  /** 합이 0인 커널은 음수를 내므로 부호가 보이게 한다 */
  private choose(name: Preset) {
    const [, W, over] = PRESETS[name]
    const sum = W.reduce((a: number, b: number) => a + b)
    this.update({ W, over, view: sum ? "clip" : "signed" })
  }

  private async developed() {
    this.see(await photograph(await (await fetch(PHOTO)).blob()))
    this.note.textContent = ""
  }

  private see(photo: Picture) {
    this.photo = photo
    this.filming.textContent = this.camera.on ? "카메라 끄기" : "카메라 켜기"
    this.render()
  }

  private async open() {
    const [file] = this.file.files ?? []
    this.file.value = ""
    if (!file) return
    this.camera.stop()
    try {
      this.see(await photograph(file))
      this.note.textContent = ""
    } catch {
      this.note.textContent = "그림으로 열 수 없는 파일이다. JPEG나 PNG로 바꾸어 연다."
    }
  }

  private async film() {
    try {
      if (this.camera.on) this.camera.stop()
      else await this.camera.start()
      this.note.textContent = ""
    } catch {
      this.note.textContent =
        "카메라를 쓸 수 없다. 카메라가 있는지, 쓰기를 허락했는지 본다."
    }
    this.filming.textContent = this.camera.on ? "카메라 끄기" : "카메라 켜기"
  }

  private pick(row: number, column: number) {
    this.update({ row: clamp(row, 0, SIDE - 1), column: clamp(column, 0, SIDE - 1) })
  }

  private key(event: KeyboardEvent) {
    const step = event.shiftKey ? 10 : 1
    const { row, column } = this.state
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [row, column - step],
      ArrowRight: [row, column + step],
      ArrowUp: [row - step, column],
      ArrowDown: [row + step, column],
    }
    const to = moves[event.key]
    if (!to) return
    event.preventDefault()
    this.pick(...to)
  }

  protected render() {
    const { task, W, over, view, stage, sigma, low, high } = this.state
    const names = Object.keys(PRESETS) as Preset[]
    const name = names.find(
      (key) => `${PRESETS[key][1]}/${PRESETS[key][2]}` === `${W}/${over}`,
    )
    this.task.show(task)
    this.preset.show(name ?? ("" as Preset))
    this.view.show(view)
    this.stage.show(stage)
    this.sigma.show(sigma, show(sigma, 1))
    this.low.show(low, show(low))
    this.high.show(high, show(high))
    const boxes = [...this.weights, this.over]
    ;[...W, over].forEach((value, at) => {
      if (boxes[at]!.valueAsNumber !== value) boxes[at]!.value = String(value)
    })
    this.kernelPanel.toggleAttribute("inert", task !== "kernel")
    this.cannyPanel.toggleAttribute("inert", task !== "canny")
    this.input.draw("입력", (at) => this.photo.data[at]!)
    if (task === "kernel") this.renderKernel()
    else this.renderCanny()
    this.renderMarks()
  }

  private renderMarks() {
    const { row, column } = this.state
    const value = this.photo.data[row * SIDE + column]!
    set(this.input.mark, {
      x: column - 1,
      y: row - 1,
      "aria-label": "입력의 칸",
      "aria-valuenow": row * SIDE + column,
      "aria-valuemin": 0,
      "aria-valuemax": SIDE * SIDE - 1,
      "aria-valuetext": `${row}행 ${column}열, 밝기 ${show(value)}. ${this.said.textContent}`,
    })
    set(this.output.mark, { x: column, y: row })
  }

  private renderKernel() {
    const { W, over, view, row, column } = this.state
    const y = correlate(this.photo, W, over)
    this.output.draw("출력", (at) => shade(y.data[at]!, view))
    const met = meetings(this.photo, W, row, column)
    const terms = met
      .filter(({ weight }) => weight)
      .map(
        ({ weight, value }) =>
          `${weight < 0 ? `(${show(weight)})` : show(weight)}·${show(value)}`,
      )
    const sum = terms.join(" + ") || "0"
    const total = W.reduce((a, b) => a + b) / over
    this.said.replaceChildren(
      html("span", { class: "soft" }, `y[${row}, ${column}] = `),
      over === 1 ? `${sum} = ` : `(${sum}) ÷ ${show(over)} = `,
      html("b", {}, show(y.data[row * SIDE + column]!)),
      html("br"),
      `커널의 합 ${show(total, 3)}: ${why(total)}`,
    )
  }

  private renderCanny() {
    const { stage, sigma, low, high } = this.state
    const blurred = gaussian(this.photo, sigma)
    const slope = gradients(blurred)
    const thinned = thin(slope)
    const edges = connect(thinned, low, high)
    const m = thinned.data
    const most = Math.max(1, ...Array.from(slope.m.data))
    const tones: Record<Stage, (at: number) => number> = {
      blur: (at) => blurred.data[at]!,
      slope: (at) => (255 * slope.m.data[at]!) / most,
      thin: (at) => (255 * m[at]!) / most,
      two: (at) => (m[at]! > high ? 255 : m[at]! > low ? 110 : 0),
      edge: (at) => 255 * edges.data[at]!,
    }
    this.output.draw(STAGES[stage], tones[stage])
    const count = (test: (at: number) => boolean) => {
      let n = 0
      for (let at = 0; at < m.length; at++) if (test(at)) n++
      return n.toLocaleString("ko-KR")
    }
    this.said.replaceChildren(
      `얇게 남은 칸 ${count((at) => m[at]! > 0)}, 강한 칸 ${count((at) => m[at]! > high)}, ` +
        `약한 칸 ${count((at) => m[at]! > low && m[at]! <= high)}, ` +
        `그 가운데 이어진 칸 ${count((at) => !!edges.data[at] && m[at]! <= high)}.`,
      html("br"),
      "에지 ",
      html(
        "b",
        {},
        count((at) => !!edges.data[at]),
      ),
      "칸",
    )
  }

  protected say(): string {
    return this.said.textContent ?? ""
  }
}

function why(sum: number): string {
  if (Math.abs(sum - 1) < 1e-9) return "고른 곳은 밝기가 그대로다."
  if (Math.abs(sum) < 1e-9) return "고른 곳은 0이 되고 바뀌는 곳만 남는다."
  return `고른 곳의 밝기가 ${show(sum, 2)}배가 된다.`
}

const MOST = { sigma: 4, slope: 400 }

const STYLE = `
.screens { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; margin-top: .6rem; }
.screen { min-width: 0; }
.title { text-align: center; color: var(--book-soft); }
.board { position: relative; aspect-ratio: 1; max-width: 20rem; margin: 0 auto; }
.board canvas, .board svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.board canvas { image-rendering: pixelated; background: #808080; }
.board svg { cursor: crosshair; overflow: hidden; }
.mark { fill: none; stroke: var(--c1); stroke-width: 2; vector-effect: non-scaling-stroke; outline: none; pointer-events: none; }
.mark:focus-visible { stroke: var(--c0); stroke-width: 4; }
.said { min-height: 9.6em; margin: .6rem 0 0; overflow-wrap: anywhere; }
.panels { display: grid; margin-top: .4rem; }
.panel { grid-area: 1 / 1; }
.panel[inert] { visibility: hidden; }
.kernels .choice:first-child { display: grid; grid-template-columns: repeat(4, auto); }
.kernels .choice:first-child label { padding-inline: .2rem; }
.kernels .choice:first-child label:nth-child(4n + 1) { border-inline-start: 0; }
.kernels .choice:first-child label:nth-child(n + 5) { border-top: 1px solid var(--book-line); }
.knobs { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; margin-top: .6rem; }
.kernel { display: grid; grid-template-columns: repeat(3, 2.6rem); gap: .2rem; }
input[type=number] {
  width: 2.6rem; height: 2rem; padding: 0 .2rem; border: 1px solid var(--book-line); border-radius: .2rem;
  background: var(--book-paper); color: var(--book-ink); font: inherit; text-align: center; appearance: textfield; -moz-appearance: textfield;
}
input[type=number]::-webkit-inner-spin-button { appearance: none; -webkit-appearance: none; }
@container (min-width: 600px) {
  .said { min-height: 4.8em; }
}
`

customElements.define("kernel-paint", KernelPaint)

// <conv-step>: 커널을 한 자리씩 옮기며 출력 한 칸이 어디서 오는지 본다.

import { choice, Player, slider } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { MEDIUM, SMALL } from "../../kit/grids.ts"
import { drag } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import {
  conv2d,
  type Grid,
  type Meeting,
  meetings,
  outputSize,
  type Setting,
  seen,
  span,
  sum,
} from "./math.ts"

const IMAGES = {
  small: SMALL,
  medium: MEDIUM,
  digit: [
    [0, 0, 5, 13, 9, 1, 0, 0],
    [0, 0, 13, 15, 10, 15, 5, 0],
    [0, 3, 15, 2, 0, 11, 8, 0],
    [0, 4, 12, 0, 0, 8, 8, 0],
    [0, 5, 8, 0, 0, 9, 8, 0],
    [0, 4, 11, 0, 1, 12, 7, 0],
    [0, 2, 14, 5, 10, 12, 0, 0],
    [0, 0, 6, 13, 10, 0, 0, 0],
  ],
} satisfies Record<string, Grid>
type Image = keyof typeof IMAGES
const IMAGE_NAMES = { small: "3×3", medium: "4×4", digit: "8×8 손글씨" }

const KERNELS = {
  page: [
    [1, 2],
    [3, 4],
  ],
  sum: [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ],
  vertical: [
    [1, 0, -1],
    [1, 0, -1],
    [1, 0, -1],
  ],
} satisfies Record<string, Grid>
type Kernel = keyof typeof KERNELS
const KERNEL_NAMES = { page: "본문의 W", sum: "모두 1", vertical: "세로 경계" }

interface State extends Setting {
  image: Image
  kernel: Grid
  /** 지금 채우는 출력의 칸. 윗줄부터 센 번호 */
  cell: number
}

const LARGEST = { stride: 3, padding: 2, dilation: 3 }
const BOARD = 280 // 판 하나의 크기

interface Cell {
  text: string
  /** 구석의 작은 글씨 */
  small: string
  kind: string
  shade: number
}

/** 칸이 n×n인 판. 판의 크기는 그대로고 칸이 커지고 작아진다. */
class Board {
  readonly node: SVGSVGElement
  readonly above = svg("g")
  private readonly body = svg("g")
  private n = 1
  private unit = BOARD
  private start = 0

  constructor(label: string) {
    this.node = svg(
      "svg",
      { viewBox: `0 0 ${BOARD} ${BOARD}`, role: "group", "aria-label": label },
      this.body,
      this.above,
    )
  }

  /** 칸의 수. fit칸이 들어갈 만큼 작은 칸을 쓴다 */
  grid(n: number, fit = n) {
    this.n = n
    this.unit = Math.min(70, BOARD / Math.max(n, fit))
    this.start = (BOARD - this.unit * n) / 2
  }

  box(row: number, column: number, side: number) {
    const { unit, start } = this
    return {
      x: start + column * unit,
      y: start + row * unit,
      width: side * unit,
      height: side * unit,
    }
  }

  cells(count: number, draw: (at: number) => Cell) {
    const cells = resize(this.body, count, () =>
      svg(
        "g",
        {},
        svg("rect"),
        svg("rect", { class: "shade" }),
        svg("path"),
        svg("text"),
        svg("text"),
      ),
    )
    cells.forEach((cell, at) => {
      const { text, small, kind, shade } = draw(at)
      const [back, front, slash, number, corner] =
        cell.children as unknown as SVGElement[]
      const { unit } = this
      const box = this.box(Math.floor(at / this.n), at % this.n, 1)
      set(cell, { class: `cell ${kind}` })
      set(back!, box)
      set(front!, { ...box, style: `--shade:${shade.toFixed(3)}` })
      set(slash!, { d: `M${box.x},${box.y + unit}l${unit},${-unit}` })
      set(number!, { x: box.x + unit / 2, y: box.y + unit * 0.5 + 5, class: "middle" })
      set(corner!, { x: box.x + unit - 3, y: box.y + unit - 4, class: "end small" })
      number!.textContent = text.replace("-", "−")
      corner!.textContent = small
    })
  }

  /** 짚은 곳의 행과 열 */
  cell(event: { clientX: number; clientY: number }): [number, number] {
    const screen = this.node.getScreenCTM()!.inverse()
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(screen)
    const index = (pixel: number) => Math.floor((pixel - this.start) / this.unit)
    return [index(y), index(x)]
  }
}

class ConvStep extends Widget<State> {
  private readonly input = new Board("입력")
  private readonly output = new Board("출력")
  private readonly image = choice("입력", IMAGE_NAMES, (image) =>
    this.change({ image }),
  )
  private readonly preset = choice("커널", KERNEL_NAMES, (name) =>
    this.change({ kernel: KERNELS[name] }),
  )
  private readonly weights = html("div", {
    class: "kernel",
    role: "group",
    "aria-label": "커널의 값",
  })
  private readonly padding = slider("패딩 p", (padding) => this.change({ padding }))
  private readonly stride = slider("스트라이드 s", (stride) => this.change({ stride }))
  private readonly dilation = slider("팽창 d", (dilation) => this.change({ dilation }))
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.go(this.state.cell + by),
    reset: () => this.reset(),
    pause: 700,
    names: ["다음 칸", "앞 칸"],
  })
  private readonly sum = html("p", { class: "sum" })
  private readonly size = html("p", { class: "size" })
  private readonly window = svg("rect", { class: "window" })
  private readonly grip = svg("rect", { class: "grip", tabindex: 0, role: "slider" })

  protected readonly look = STYLE

  protected start(): State {
    return {
      image: "medium",
      kernel: KERNELS.page,
      stride: 1,
      padding: 0,
      dilation: 1,
      cell: 0,
    }
  }

  protected encode({ image, kernel, stride, padding, dilation, cell }: State): string {
    return pack(image, kernel.flat(), [stride, padding, dilation], cell)
  }

  protected decode(text: string): State | null {
    const [image, ...rest] = unpack(text)
    if (!image || !Object.hasOwn(IMAGES, image)) return null
    const [flat, setting, cell] = rest.map(numbers)
    const k = Math.sqrt(flat?.length ?? 0)
    if (!flat || (k !== 2 && k !== 3) || setting?.length !== 3 || !cell) return null
    const [stride, padding, dilation] = setting.map(Math.round) as [
      number,
      number,
      number,
    ]
    return {
      image: image as Image,
      kernel: Array.from({ length: k }, (_, u) => flat.slice(u * k, u * k + k)),
      stride: clamp(stride, 1, LARGEST.stride),
      padding: clamp(padding, 0, LARGEST.padding),
      dilation: clamp(dilation, 1, LARGEST.dilation),
      cell: Math.max(0, Math.round(cell[0]!)),
    }
  }

  protected build(): Node[] {
    this.stride.range(1, LARGEST.stride, 1)
    this.padding.range(0, LARGEST.padding, 1)
    this.dilation.range(1, LARGEST.dilation, 1)
    this.input.above.append(this.window)
    this.output.above.append(this.grip)
    drag(this.input.node, (event) => this.pick(this.input, event))
    drag(this.output.node, (event) => {
      this.grip.focus({ preventScroll: true })
      this.pick(this.output, event)
    })
    this.grip.addEventListener("keydown", (event) => this.key(event))
    return [
      div("controls first", this.image.node, this.preset.node),
      div(
        "columns",
        html("div", {}, html("p", { class: "title" }, "입력"), this.input.node),
        html("div", {}, html("p", { class: "title" }, "출력"), this.output.node),
      ),
      this.sum,
      this.size,
      this.player.node,
      div(
        "knobs",
        html("div", {}, html("span", { class: "soft" }, "커널 W"), this.weights),
        div("sliders", this.padding.node, this.stride.node, this.dilation.node),
      ),
      hint(
        "판을 눌러 창을 옮긴다. 출력의 주황 칸을 골라 화살표 키로도 옮긴다. " +
          "빗금 친 칸은 어느 창도 보지 않는다.",
      ),
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  /** 설정이 바뀌면 창은 처음 자리로 간다. */
  private change(change: Partial<State>) {
    this.player.stop()
    this.update({ ...change, cell: 0 })
  }

  private get x(): Grid {
    return IMAGES[this.state.image]
  }

  /** 출력의 한 변. 커널을 놓을 자리가 없으면 0 */
  private get side(): number {
    try {
      return outputSize(this.x.length, this.state.kernel.length, this.state)
    } catch {
      return 0
    }
  }

  private go(cell: number) {
    this.player.stop()
    this.update({ cell: clamp(cell, 0, Math.max(0, this.side ** 2 - 1)) })
  }

  private walk(): boolean {
    const last = this.side ** 2 - 1
    const from = this.state.cell >= last ? -1 : this.state.cell
    this.update({ cell: Math.max(0, Math.min(from + 1, last)) })
    return from + 1 < last
  }

  private key(event: KeyboardEvent) {
    const { side } = this
    const { cell } = this.state
    const row = Math.floor(cell / side)
    const column = cell % side
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      Home: [0, 0],
      End: [side - 1, side - 1],
    }
    const to = moves[event.key]
    if (!to) return
    event.preventDefault()
    this.go(clamp(to[0], 0, side - 1) * side + clamp(to[1], 0, side - 1))
  }

  private pick(from: Board, event: PointerEvent) {
    const { side } = this
    if (!side) return
    const [row, column] = from.cell(event)
    const { stride, dilation, kernel } = this.state
    const half = (span(kernel.length, dilation) - 1) / 2
    const near = (at: number) =>
      from === this.output ? at : Math.round((at - half) / stride)
    const place = (at: number) => clamp(near(at), 0, side - 1)
    this.go(place(row) * side + place(column))
  }

  protected render() {
    const { image, kernel, stride, padding, dilation, cell } = this.state
    const { x, side } = this
    const name = (Object.keys(KERNELS) as Kernel[]).find(
      (key) => String(KERNELS[key]) === String(kernel),
    )
    this.image.show(image)
    this.preset.show(name ?? ("" as Kernel))
    this.padding.show(padding, String(padding))
    this.stride.show(stride, String(stride))
    this.dilation.show(dilation, String(dilation))
    this.renderKernel()
    const now = Math.min(cell, Math.max(0, side ** 2 - 1))
    const i = side ? Math.floor(now / side) : 0
    const j = side ? now % side : 0
    const met = side ? meetings(x, kernel, this.state, i, j) : []
    this.renderInput(met, i, j)
    this.renderOutput(side, now)
    this.renderWords(met, side, i, j)
    this.player.show(now > 0, now < side ** 2 - 1)
  }

  private renderKernel() {
    const { kernel } = this.state
    const k = kernel.length
    this.weights.style.setProperty("--k", String(k))
    const inputs = resize(this.weights, k * k, () => {
      const input = html("input", { type: "number", step: "any" })
      input.addEventListener("input", () => {
        const at = [...this.weights.children].indexOf(input)
        if (!Number.isFinite(input.valueAsNumber)) return
        const width = this.state.kernel.length
        const kernel = this.state.kernel.map((row) => [...row])
        kernel[Math.floor(at / width)]![at % width] = input.valueAsNumber
        this.update({ kernel })
      })
      return input
    })
    kernel.flat().forEach((weight, at) => {
      const input = inputs[at]!
      input.setAttribute("aria-label", `W[${Math.floor(at / k)}, ${at % k}]`)
      if (input.valueAsNumber !== weight) input.value = String(weight)
    })
  }

  private renderInput(met: Meeting[], i: number, j: number) {
    const { kernel, stride, padding, dilation } = this.state
    const { x, input, side } = this
    const n = x.length
    const top = Math.max(...x.flat())
    const marks = side
      ? seen(n, kernel.length, this.state)
      : Array<boolean>(n).fill(true)
    const all = n + 2 * padding
    input.grid(all)
    input.cells(all * all, (at) => {
      const row = Math.floor(at / all) - padding
      const column = (at % all) - padding
      const value = x[row]?.[column]
      const hit = met.find((m) => m.row === row && m.column === column)
      const kind = [
        value === undefined ? "pad" : "",
        hit ? "hit" : "",
        value !== undefined && !(marks[row] && marks[column]) ? "unseen" : "",
      ]
      return {
        text: String(value ?? 0),
        small: hit && all <= 8 ? `×${show(hit.weight)}` : "",
        kind: kind.join(" "),
        shade: (value ?? 0) / top,
      }
    })
    const covered = span(kernel.length, dilation)
    set(this.window, {
      ...input.box(i * stride, j * stride, covered),
      visibility: side ? null : "hidden",
    })
  }

  private renderOutput(side: number, now: number) {
    const { output, x } = this
    const { kernel } = this.state
    const values = side ? conv2d(x, kernel, this.state).flat() : []
    const top = Math.max(1, ...values.map(Math.abs))
    output.grid(Math.max(side, 1), Math.max(4, this.x.length))
    output.cells(side * side, (at) => ({
      text: at <= now ? show(values[at]!) : "",
      small: "",
      kind: `${at === now ? "made" : ""} ${values[at]! < 0 ? "minus" : ""}`,
      shade: at <= now ? Math.abs(values[at]!) / top : 0,
    }))
    const row = side ? Math.floor(now / side) : 0
    const column = side ? now % side : 0
    set(this.grip, {
      ...output.box(row, column, 1),
      visibility: side ? null : "hidden",
      "aria-label": "출력의 칸",
      "aria-valuemin": 1,
      "aria-valuemax": Math.max(1, side * side),
      "aria-valuenow": now + 1,
      "aria-valuetext": `${row}행 ${column}열, 값 ${show(values[now] ?? NaN)}`,
    })
  }

  private renderWords(met: Meeting[], side: number, i: number, j: number) {
    const { kernel, stride, padding } = this.state
    const n = this.x.length
    const k = kernel.length
    this.sum.classList.toggle("wrong", !side)
    if (!side) {
      this.sum.textContent = this.why
      this.size.textContent = "놓을 자리가 없어 출력이 없다."
      return
    }
    const covered = span(k, this.state.dilation)
    const terms = met
      .map(({ weight, value }) => `${bracket(weight)}·${value}`)
      .join(" + ")
    this.sum.replaceChildren(
      html("span", { class: "soft" }, `y[${i}, ${j}] = ${terms} = `),
      html("b", {}, show(sum(met))),
    )
    this.size.replaceChildren(
      `K = ${covered}, 출력의 한 변 = ⌊(${n} + 2·${padding} − ${covered}) / ${stride}⌋ + 1 = `,
      html("b", {}, String(side)),
    )
  }

  private get why(): string {
    try {
      outputSize(this.x.length, this.state.kernel.length, this.state)
      return ""
    } catch (error) {
      return (error as Error).message
    }
  }

  protected say(): string {
    return `${this.sum.textContent} ${this.size.textContent}`
  }
}

function bracket(weight: number): string {
  return weight < 0 ? `(${show(weight)})` : show(weight)
}

const STYLE = `
.columns svg { height: 280px; cursor: pointer; }
.first { margin: 0 0 .5rem; }
.title { text-align: center; color: var(--book-soft); }
.cell rect { fill: var(--book-paper); stroke: var(--c-grid); }
.cell .shade { fill: var(--c-axis); fill-opacity: calc(var(--shade) * .4); stroke: none; }
.cell text { font-size: 13px; }
.cell .small { font-size: 10px; fill: var(--c-text); }
.pad rect { stroke-dasharray: 3 3; }
.pad text { fill: var(--book-soft); }
.cell.hit .shade { fill: var(--c0); fill-opacity: .28; }
.cell path { display: none; stroke: var(--c5); stroke-width: 1.5; }
.cell.made .shade { fill: var(--c1); fill-opacity: .28; }
.cell.unseen path { display: block; }
.cell.unseen text { fill: var(--book-soft); }
.minus .shade { fill: var(--c3); }
.window { fill: none; stroke: var(--c0); stroke-width: 3; pointer-events: none; }
.grip { fill: none; stroke: var(--c1); stroke-width: 3; outline: none; }
.grip:focus-visible { stroke: var(--book-accent); stroke-width: 4; }
.sum { min-height: 4.8em; margin: .6rem 0 0; }
.sum b { color: var(--c-text); }
.sum.wrong { color: var(--book-wrong); }
.size { margin: 0; min-height: 1.6em; }
.knobs { display: flex; gap: 1.2rem; margin-top: .8rem; }
.sliders { display: flex; flex: 1; flex-direction: column; gap: .2rem .8rem; min-width: 0; }
.sliders .slider { flex: none; align-self: stretch; }
@container (min-width: 600px) {
  .sum { min-height: 3.2em; }
  .sliders { flex-direction: row; }
  .sliders .slider { flex: 1; align-self: start; }
}
.kernel { display: grid; grid-template-columns: repeat(var(--k), 2.2rem); gap: .2rem; min-height: 6.4rem; align-content: start; }
.kernel input {
  width: 100%; height: 2rem; padding: 0 .2rem; border: 1px solid var(--book-line); border-radius: .2rem;
  background: var(--book-paper); color: var(--book-ink); font: inherit; text-align: center; appearance: textfield; -moz-appearance: textfield;
}
.kernel input::-webkit-inner-spin-button { appearance: none; -webkit-appearance: none; }
`

customElements.define("conv-step", ConvStep)

// <conv-gradient>: 커널과 입력의 칸마다 기울기가 어디서 오는지 본다.

import { choice, slider } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { MEDIUM, SMALL } from "../../kit/grids.ts"
import { drag } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import {
  type Grid,
  ofInput,
  ofWeight,
  type Pair,
  type Setting,
  total,
  upstream,
} from "./math.ts"

const IMAGES = {
  small: SMALL,
  medium: MEDIUM,
} satisfies Record<string, Grid>
type Image = keyof typeof IMAGES
const IMAGE_NAMES = { small: "3×3", medium: "4×4" }
const W = [
  [1, 2],
  [3, 4],
]

type Focus = "weight" | "input"

interface State extends Setting {
  image: Image
  /** 커널의 칸을 골랐는가, 입력의 칸을 골랐는가 */
  focus: Focus
  row: number
  column: number
}

const SIDE = 200 // 판 하나의 크기

/** 칸이 놓인 판. 고를 수 있는 판에는 칸 하나를 두르는 틀이 있다. */
class Board {
  readonly node: SVGSVGElement
  readonly title = html("p", { class: "title" })
  readonly grip = svg("rect", { class: "grip", tabindex: 0, role: "slider" })
  private readonly body = svg("g")
  rows = 1
  columns = 1

  constructor(label: string, chosen: boolean) {
    const view = { viewBox: `0 0 ${SIDE} ${SIDE}`, role: "group", "aria-label": label }
    this.node = svg("svg", view, this.body)
    set(this.grip, { "aria-label": `${label}의 칸` })
    if (chosen) this.node.append(this.grip)
    else this.node.classList.add("read")
  }

  get unit() {
    return Math.min(44, (SIDE - 4) / Math.max(this.rows, this.columns))
  }

  box(row: number, column: number) {
    const { unit } = this
    return {
      x: (SIDE - unit * this.columns) / 2 + column * unit,
      y: (SIDE - unit * this.rows) / 2 + row * unit,
      width: unit,
      height: unit,
    }
  }

  draw(values: Grid, kind: (row: number, column: number) => string) {
    this.rows = values.length
    this.columns = values[0]!.length
    const cells = resize(this.body, this.rows * this.columns, () =>
      svg("g", {}, svg("rect"), svg("rect", { class: "shade" }), svg("text")),
    )
    cells.forEach((cell, at) => {
      const [row, column] = [Math.floor(at / this.columns), at % this.columns]
      const [back, front, number] = cell.children as unknown as SVGElement[]
      const box = this.box(row, column)
      set(cell, { class: `cell ${kind(row, column)}` })
      set(back!, box)
      set(front!, box)
      set(number!, {
        x: box.x + box.width / 2,
        y: box.y + box.height / 2 + 5,
        class: "middle",
      })
      number!.textContent = show(values[row]![column]!)
    })
  }

  /** 짚은 곳의 행과 열 */
  at(event: { clientX: number; clientY: number }): [number, number] {
    const screen = this.node.getScreenCTM()!.inverse()
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(screen)
    const start = this.box(0, 0)
    return [
      Math.floor((y - start.y) / this.unit),
      Math.floor((x - start.x) / this.unit),
    ]
  }
}

class ConvGradient extends Widget<State> {
  private readonly input = new Board("입력", true)
  private readonly weight = new Board("커널", true)
  private readonly dy = new Board("출력의 기울기", false)
  private readonly result = new Board("구한 기울기", false)
  private readonly image = choice("입력", IMAGE_NAMES, (image) =>
    this.change({ image }),
  )
  private readonly stride = slider("스트라이드 s", (stride) => this.change({ stride }))
  private readonly padding = slider("패딩 p", (padding) => this.change({ padding }))
  private readonly words = html("p", { class: "words" })
  private readonly sum = html("p", { class: "sum" })

  protected readonly look = STYLE

  protected start(): State {
    return {
      image: "small",
      stride: 1,
      padding: 0,
      dilation: 1,
      focus: "weight",
      row: 1,
      column: 0,
    }
  }

  protected encode({ image, stride, padding, focus, row, column }: State): string {
    return pack(image, [stride, padding], focus, [row, column])
  }

  protected decode(text: string): State | null {
    const [image, setting, focus, at] = unpack(text)
    const values = numbers(setting)?.map(Math.round)
    const place = numbers(at)?.map(Math.round)
    if (!image || !Object.hasOwn(IMAGES, image)) return null
    if (values?.length !== 2 || place?.length !== 2) return null
    if (focus !== "weight" && focus !== "input") return null
    return held({
      image: image as Image,
      stride: clamp(values[0]!, 1, 3),
      padding: clamp(values[1]!, 0, 1),
      dilation: 1,
      focus,
      row: place[0]!,
      column: place[1]!,
    })
  }

  protected build(): Node[] {
    this.stride.range(1, 3, 1)
    this.padding.range(0, 1, 1)
    for (const focus of ["input", "weight"] as const) {
      const board = this[focus]
      drag(board.node, (event, first) => {
        if (first) board.grip.focus({ preventScroll: true })
        const [row, column] = board.at(event)
        const by = focus === "input" ? this.state.padding : 0
        this.pick(focus, row - by, column - by)
      })
      board.grip.addEventListener("keydown", (event) => this.key(focus, event))
    }
    const boards = [this.input, this.weight, this.dy, this.result]
    return [
      div("controls first", this.image.node),
      div("boards", ...boards.map((board) => html("div", {}, board.title, board.node))),
      this.words,
      this.sum,
      div("sliders", this.stride.node, this.padding.node),
      hint(
        "입력이나 커널의 칸을 누르거나, 골라서 화살표 키로 옮긴다. 점선은 덧댄 0이다.",
      ),
    ]
  }

  private change(change: Partial<State>) {
    this.update(held({ ...this.state, ...change }))
  }

  private pick(focus: Focus, row: number, column: number) {
    this.change({ focus, row, column })
  }

  private key(focus: Focus, event: KeyboardEvent) {
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
    }
    const by = moves[event.key]
    if (!by) return
    event.preventDefault()
    const [row, column] = this.place(focus)
    this.pick(focus, row + by[0], column + by[1])
  }

  /** 고른 칸. 다른 쪽을 고르고 있으면 첫 칸 */
  private place(focus: Focus): [number, number] {
    const { state } = this
    return state.focus === focus ? [state.row, state.column] : [0, 0]
  }

  protected render() {
    const { state } = this
    const { focus, row, column, padding, stride } = state
    const x: Grid = IMAGES[state.image]
    const dy = upstream(x, W, state)
    const own = focus === "weight"
    const of = own ? ofWeight : ofInput
    const pairs = of(x, W, dy, state, row, column)
    this.image.show(state.image)
    this.stride.show(stride, String(stride))
    this.padding.show(padding, String(padding))

    const mark = (has: (pair: Pair) => boolean) => {
      const at = pairs.findIndex(has)
      return at < 0 ? "" : `lit ${own ? "all" : `p${at % 4}`}`
    }
    const around = Array.from({ length: x.length + 2 * padding }, (_, r) =>
      Array.from(
        { length: x.length + 2 * padding },
        (_, c) => x[r - padding]?.[c - padding] ?? 0,
      ),
    )
    const k = W.length - 1
    this.input.draw(around, (r, c) => {
      const [p, q] = [r - padding, c - padding]
      const pad = x[p]?.[q] === undefined ? "pad " : ""
      return pad + (own ? mark((m) => m.row === p && m.column === q) : "")
    })
    // 입력을 골랐으면 dy와 같은 순서로 읽히게 커널을 뒤집어 보인다
    this.weight.draw(own ? W : W.map((_, u) => W[k - u]!.toReversed()), (u, v) =>
      own ? "" : mark((m) => m.u === k - u && m.v === k - v),
    )
    this.dy.draw(dy, (i, j) => mark((m) => m.i === i && m.j === j))
    const grads = (own ? W : x).map((values, r) =>
      values.map((_, c) => total(of(x, W, dy, state, r, c))),
    )
    this.result.draw(grads, (r, c) => (r === row && c === column ? "made" : ""))

    this.input.title.textContent = "입력 x"
    this.weight.title.textContent = own ? "커널 W" : "뒤집은 W"
    this.dy.title.textContent = "dy"
    this.result.title.textContent = own ? "dW" : "dx"
    this.frame("input", row + padding, column + padding)
    this.frame("weight", row, column)
    this.words.textContent = own
      ? `W[${row}, ${column}] = ${W[row]![column]}: 출력 ${pairs.length}칸에 쓰였다.`
      : pairs.length
        ? `x[${row}, ${column}] = ${x[row]![column]}: 출력 ${pairs.length}칸에 닿았다.`
        : `x[${row}, ${column}] = ${x[row]![column]}: 어느 창도 보지 않았다.`
    const terms = pairs.map((m) => `${bracket(m.dy)}·${m.value}`).join(" + ")
    this.sum.replaceChildren(
      `d${own ? "W" : "x"}[${row}, ${column}] = ${terms ? `${terms} = ` : ""}`,
      html("b", {}, show(total(pairs))),
    )
  }

  private frame(focus: Focus, row: number, column: number) {
    const board = this[focus]
    const on = this.state.focus === focus
    const by = focus === "input" ? this.state.padding : 0
    const [r, c] = on ? [row, column] : [by, by]
    set(board.grip, {
      ...board.box(r, c),
      class: on ? "grip on" : "grip",
      "aria-valuemin": 1,
      "aria-valuemax": board.rows * board.columns,
      "aria-valuenow": r * board.columns + c + 1,
      "aria-valuetext": `${r - by}행 ${c - by}열`,
    })
  }

  protected say(): string {
    return `${this.words.textContent} ${this.sum.textContent}`
  }
}

/** 고른 칸이 판 밖으로 나가지 않게 한다. */
function held(state: State): State {
  const last = (state.focus === "weight" ? W : IMAGES[state.image]).length - 1
  return {
    ...state,
    row: clamp(state.row, 0, last),
    column: clamp(state.column, 0, last),
  }
}

function bracket(value: number): string {
  return value < 0 ? `(${show(value)})` : show(value)
}

const STYLE = `
.first { margin: 0 0 .5rem; }
.boards { display: grid; grid-template-columns: 1fr 1fr; gap: .4rem; }
.boards svg { display: block; width: 100%; height: 165px; cursor: pointer; touch-action: none; }
.boards .read { cursor: auto; touch-action: auto; }
.title { margin: 0; text-align: center; color: var(--book-soft); }
.cell rect { fill: var(--book-paper); stroke: var(--c-grid); }
.cell .shade { fill: none; stroke: none; }
.cell text { fill: var(--c-text); font-size: 14px; }
.pad rect { stroke-dasharray: 3 3; }
.pad text { fill: var(--book-soft); }
.cell.lit .shade { fill-opacity: .4; }
.cell.all .shade, .cell.p0 .shade { fill: var(--c0); }
.cell.p1 .shade { fill: var(--c1); }
.cell.p2 .shade { fill: var(--c2); }
.cell.p3 .shade { fill: var(--c3); }
.cell.made rect { stroke: var(--c1); stroke-width: 3; }
.grip { fill: none; stroke: none; stroke-width: 3; outline: none; pointer-events: none; }
.grip.on { stroke: var(--c1); }
.grip:focus-visible { stroke: var(--book-accent); stroke-width: 4; }
.words { min-height: 1.6em; margin: .6rem 0 0; }
.sum { min-height: 4.8em; margin: 0; }
.sum b { color: var(--c-text); }
.sliders { display: flex; flex-direction: column; gap: .2rem .8rem; margin-top: .6rem; }
.sliders .slider { flex: none; align-self: stretch; }
@container (min-width: 600px) {
  .boards { grid-template-columns: repeat(4, 1fr); }
  .boards svg { height: 170px; }
  .sum { min-height: 1.6em; }
  .sliders { flex-direction: row; }
  .sliders .slider { flex: 1; align-self: start; }
}
`

customElements.define("conv-gradient", ConvGradient)

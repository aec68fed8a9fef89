// <layer-shapes>: 층 하나의 순전파와 역전파를 네 번의 곱으로 보고, 칸마다 어디서 오는지 짚는다.

import { choice, Player, slider } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { drag } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import {
  candidates,
  equation,
  type Grid,
  type Sizes,
  type Step,
  values,
} from "./math.ts"

const STEPS = { Z: "Z 순전파", db: "db", dW: "dW", dX: "dX" }
const ORDER = Object.keys(STEPS) as Step[]
const NAMES: Record<Step, [string, string, string]> = {
  Z: ["X", "W", "Z"],
  db: ["1", "dZ", "db"],
  dW: ["Xᵀ", "dZ", "dW"],
  dX: ["dZ", "Wᵀ", "dX"],
}
const GONE: Record<Step, keyof Sizes> = { Z: "D", db: "N", dW: "N", dX: "K" }
const WHY: Record<Step, string> = {
  Z: "특성을 따라 더하고, 편향 b를 모든 행에 더한다.",
  db: "b는 모든 샘플에 더해졌다. 그래서 dZ의 행을 모두 더한다.",
  dW: "가중치는 샘플마다 한 번씩 쓰였다. 샘플을 따라 더한다.",
  dX: "입력은 유닛마다 한 번씩 쓰였다. 유닛을 따라 더한다.",
}
const LARGEST = 4
const WIDTH = 340
const HEIGHT = 176
const TOP = 26

interface State extends Sizes {
  step: Step
  /** 짚은 결과의 칸 */
  cell: [number, number]
}

/** 칸이 나란한 행렬 하나 */
class Matrix {
  readonly node = svg("g", { class: "matrix" })
  private readonly title = svg("text", { class: "middle name" })
  private readonly body = svg("g")
  private grid: Grid = [[]]
  private unit = 1
  private x = 0
  private y = 0

  constructor() {
    this.node.append(this.title, this.body)
  }

  draw(grid: Grid, name: string, x: number, y: number, unit: number) {
    Object.assign(this, { grid, unit, x, y })
    const columns = grid[0]!.length
    set(this.title, { x: x + (columns * unit) / 2, y: y - 7 })
    this.title.textContent = name
    const cells = resize(this.body, grid.length * columns, () =>
      svg("g", {}, svg("rect"), svg("text", { class: "middle" })),
    )
    cells.forEach((cell, at) => {
      const row = Math.floor(at / columns)
      const column = at % columns
      const [rect, text] = cell.children as unknown as [SVGElement, SVGElement]
      set(rect, this.box(row, column))
      set(text, {
        x: x + (column + 0.5) * unit,
        y: y + (row + 0.5) * unit + 4,
        "font-size": 11.5,
      })
      text.textContent = show(grid[row]![column]!)
    })
  }

  box(row: number, column: number) {
    const { unit, x, y } = this
    return { x: x + column * unit, y: y + row * unit, width: unit, height: unit }
  }

  light(hit: (row: number, column: number) => boolean) {
    const columns = this.grid[0]!.length
    ;[...this.body.children].forEach((cell, at) => {
      const on = hit(Math.floor(at / columns), at % columns)
      set(cell, { class: on ? "cell hit" : "cell" })
    })
  }

  /** 화면의 자리에 있는 칸. 밖이면 가장 가까운 칸 */
  at(x: number, y: number): [number, number] {
    const near = (pixel: number, n: number) =>
      clamp(Math.floor(pixel / this.unit), 0, n - 1)
    return [near(y - this.y, this.grid.length), near(x - this.x, this.grid[0]!.length)]
  }
}

class LayerShapes extends Widget<State> {
  private readonly left = new Matrix()
  private readonly right = new Matrix()
  private readonly result = new Matrix()
  private readonly bias = new Matrix()
  private readonly times = svg("text", { class: "middle sign" })
  private readonly equals = svg("text", { class: "middle sign" })
  private readonly plus = svg("text", { class: "end sign" })
  private readonly grip = svg("rect", { class: "grip", tabindex: 0, role: "slider" })
  private readonly board = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: "group",
    "aria-label": "행렬 곱",
  })
  private readonly steps = choice("단계", STEPS, (step) => this.to(step))
  private readonly sliders = {
    N: slider("샘플 N", (N) => this.resize({ N })),
    D: slider("특성 D", (D) => this.resize({ D })),
    K: slider("유닛 K", (K) => this.resize({ K })),
  }
  private readonly sum = html("p", { class: "sum" })
  private readonly why = html("p", { class: "why" })
  private readonly list = html("ul", { class: "list", "aria-label": "곱의 후보" })
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.to(ORDER[clamp(this.at + by, 0, ORDER.length - 1)]!),
    reset: () => this.reset(),
    pause: 1500,
    names: ["다음 단계", "앞 단계"],
  })

  protected readonly look = STYLE

  protected start(): State {
    return { step: "Z", N: 2, D: 3, K: 2, cell: [0, 0] }
  }

  protected encode({ step, N, D, K, cell }: State): string {
    return pack(step, [N, D, K], cell)
  }

  protected decode(text: string): State | null {
    const [step, ...rest] = unpack(text)
    const [sizes, cell] = rest.map(numbers)
    if (!step || !Object.hasOwn(STEPS, step)) return null
    if (sizes?.length !== 3 || cell?.length !== 2) return null
    const [N, D, K] = sizes.map((n) => clamp(Math.round(n), 1, LARGEST)) as [
      number,
      number,
      number,
    ]
    return {
      step: step as Step,
      N,
      D,
      K,
      cell: cell.map(Math.round) as [number, number],
    }
  }

  protected build(): Node[] {
    this.times.textContent = "@"
    this.equals.textContent = "="
    this.plus.textContent = "+"
    for (const control of Object.values(this.sliders)) control.range(1, LARGEST, 1)
    this.board.append(
      this.left.node,
      this.right.node,
      this.bias.node,
      this.result.node,
      this.times,
      this.equals,
      this.plus,
      this.grip,
    )
    drag(this.board, (event) => {
      this.grip.focus({ preventScroll: true })
      const screen = this.board.getScreenCTM()!.inverse()
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(
        screen,
      )
      this.update({ cell: this.result.at(x, y) })
    })
    this.grip.addEventListener("keydown", (event) => this.key(event))
    return [
      div("controls first", this.steps.node),
      this.board,
      this.sum,
      this.why,
      this.list,
      div("sliders", ...Object.values(this.sliders).map((s) => s.node)),
      this.player.node,
      hint("결과의 칸을 누르거나 골라 화살표 키로 옮긴다."),
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  private get at(): number {
    return ORDER.indexOf(this.state.step)
  }

  private to(step: Step) {
    this.player.stop()
    this.update({ step, cell: [0, 0] })
  }

  private resize(sizes: Partial<Sizes>) {
    this.player.stop()
    this.update(sizes)
  }

  private walk(): boolean {
    const next = (this.at + 1) % ORDER.length
    this.update({ step: ORDER[next]!, cell: [0, 0] })
    return next < ORDER.length - 1
  }

  private key(event: KeyboardEvent) {
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
    }
    const by = moves[event.key]
    if (!by) return
    event.preventDefault()
    const [row, column] = this.cell
    this.update({ cell: [row + by[0], column + by[1]] })
    this.update({ cell: this.cell })
  }

  /** 지금 결과 안에 있는 칸 */
  private get cell(): [number, number] {
    const { result } = equation(this.state.step, this.state)
    const [row, column] = this.state.cell
    return [clamp(row, 0, result.length - 1), clamp(column, 0, result[0]!.length - 1)]
  }

  protected render() {
    const { step } = this.state
    const [row, column] = this.cell
    this.steps.show(step)
    for (const name of ["N", "D", "K"] as const) {
      this.sliders[name].show(this.state[name], String(this.state[name]))
    }
    this.renderBoard(row, column)
    this.renderWords(row, column)
    this.renderList()
    this.player.show(this.at > 0, this.at < ORDER.length - 1)
  }

  private renderBoard(row: number, column: number) {
    const { step } = this.state
    const { left, right, result } = equation(step, this.state)
    const widths = [left, right, result].map((grid) => grid[0]!.length)
    const unit = Math.min(28, (WIDTH - 68) / (widths[0]! + widths[1]! + widths[2]!))
    const gap = 34
    let x = (WIDTH - unit * (widths[0]! + widths[1]! + widths[2]!) - 2 * gap) / 2
    const middle = TOP + 2 * unit
    const y = (grid: Grid) => middle - (grid.length * unit) / 2
    const title = (name: string, grid: Grid) =>
      `${name} ${grid.length}×${grid[0]!.length}`
    const boards = [this.left, this.right, this.result]
    ;[left, right, result].forEach((grid, i) => {
      boards[i]!.draw(grid, title(NAMES[step][i]!, grid), x, y(grid), unit)
      x += grid[0]!.length * unit
      if (i < 2) set(i ? this.equals : this.times, { x: x + gap / 2, y: middle + 5 })
      x += gap
    })
    this.left.light((r) => r === row)
    this.right.light((_, c) => c === column)
    this.result.light((r, c) => r === row && c === column)
    const forward = step === "Z"
    for (const node of [this.bias.node, this.plus]) {
      node.style.visibility = forward ? "" : "hidden"
    }
    const { b } = values(this.state)
    const start = x - gap - result[0]!.length * unit
    const below = y(result) + result.length * unit + 8
    this.bias.draw(b, "", start, below, unit)
    this.bias.light((_, c) => c === column)
    set(this.plus, { x: start - 5, y: below + unit / 2 + 5 })
    this.plus.textContent = "+ b"
    set(this.grip, {
      ...this.result.box(row, column),
      "aria-label": `${NAMES[step][2]}의 칸`,
      "aria-valuemin": 1,
      "aria-valuemax": result.flat().length,
      "aria-valuenow": row * result[0]!.length + column + 1,
      "aria-valuetext": `${row}행 ${column}열, 값 ${show(result[row]![column]!)}`,
    })
  }

  private renderWords(row: number, column: number) {
    const { step } = this.state
    const { left, right, result } = equation(step, this.state)
    const terms = left[row]!.map(
      (a, i) => `${bracket(a)}·${bracket(right[i]![column]!)}`,
    )
    if (step === "Z") terms.push(bracket(values(this.state).b[0]![column]!))
    const at = step === "db" ? `${column}` : `${row}, ${column}`
    this.sum.replaceChildren(
      html(
        "span",
        { class: "soft" },
        `${NAMES[step][2]}[${at}] = ${terms.join(" + ")} = `,
      ),
      html("b", {}, show(result[row]![column]!)),
    )
    const gone = GONE[step]
    this.why.textContent = `${WHY[step]} 사라지는 축은 ${gone} = ${this.state[gone]}.`
  }

  private renderList() {
    const { step } = this.state
    this.list.style.visibility = step === "db" ? "hidden" : ""
    const found = candidates(step === "db" ? "dW" : step, this.state)
    const items = resize(this.list, found.length, () => html("li"))
    found.forEach(({ name, shape, verdict }, i) => {
      const word = verdict === "모양이 다르다" ? `모양 ${shape!.join("×")}` : verdict
      const mark = verdict === "맞다" ? "✓" : verdict === "모양만 같다" ? "≈" : "✗"
      items[i]!.className =
        mark === "✓" ? "right" : mark === "≈" ? "near" : "wrong-shape"
      items[i]!.replaceChildren(html("b", {}, name), ` ${mark} ${word}`)
    })
  }

  protected say(): string {
    const near = candidates("dW", this.state).filter(
      (c) => c.verdict === "모양만 같다",
    ).length
    const more = this.state.step === "dW" ? ` 모양만 같은 곱은 ${near}개다.` : ""
    return `${STEPS[this.state.step]}. ${this.sum.textContent}. ${this.why.textContent}${more}`
  }
}

function bracket(value: number): string {
  return value < 0 ? `(${show(value)})` : show(value)
}

const STYLE = `
.frame > svg { height: auto; max-width: 460px; margin: 0 auto; cursor: pointer; }
.first { margin: 0 0 .5rem; }
.cell rect { fill: var(--book-paper); stroke: var(--c-grid); }
.cell.hit rect { fill: var(--c0); fill-opacity: .28; stroke: var(--c0); }
.name { font-size: 12px; }
.sign { font-size: 14px; fill: var(--book-soft); }
.grip { fill: none; stroke: var(--c1); stroke-width: 2.5; }
.sum, .why { text-align: center; margin: .2rem 0; }
.sum { min-height: 1.6em; }
.why { color: var(--book-soft); font-size: .7rem; min-height: 2.4em; }
.soft { color: var(--book-soft); }
.list { display: grid; grid-template-columns: repeat(auto-fill, minmax(7.4rem, 1fr));
  gap: .1rem .8rem; margin: .4rem 0; padding: 0; list-style: none; font-size: .68rem; }
.list b { font-weight: 600; }
.right { color: var(--book-accent); }
.wrong-shape { color: var(--book-soft); }
.sliders { display: grid; grid-template-columns: repeat(auto-fit, minmax(4.4rem, 1fr)); gap: 0 1rem; }
`

customElements.define("layer-shapes", LayerShapes)

// <column-matrix>: 그림의 칸과 행렬의 칸이 함께 켜진다.

import { choice, slider } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { MEDIUM, SMALL } from "../../kit/grids.ts"
import { drag } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import {
  col2im,
  copies,
  type Grid,
  im2col,
  places,
  type Setting,
  source,
} from "./math.ts"

const IMAGES = {
  small: SMALL,
  medium: MEDIUM,
} satisfies Record<string, Grid>
type Image = keyof typeof IMAGES
const IMAGE_NAMES = { small: "3×3", medium: "4×4" }
const VIEWS = { read: "읽기: im2col", add: "되돌려 더하기: col2im" }
type View = keyof typeof VIEWS
type Focus = "picture" | "matrix"

interface State extends Setting {
  image: Image
  k: number
  view: View
  /** 어느 판의 어느 칸을 짚었는가 */
  focus: Focus
  row: number
  column: number
}

interface Cell {
  text: string
  kind: string
  shade: number
}

const PICTURE = { width: 240, height: 240 }
const MATRIX = { width: 400, height: 240 }

/** 칸이 놓인 판. 칸은 판에 꼭 들어가게 커지고 작아진다. */
class Board {
  readonly node: SVGSVGElement
  readonly grip = svg("rect", { class: "grip", tabindex: 0, role: "slider" })
  readonly frame = svg("rect", { class: "window" })
  private readonly body = svg("g")
  private readonly width: number
  private readonly height: number
  rows = 1
  columns = 1
  private unit = 1

  constructor(label: string, { width, height }: { width: number; height: number }) {
    this.width = width
    this.height = height
    set(this.grip, { "aria-label": `${label}의 칸` })
    this.node = svg(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": label },
      this.body,
      this.frame,
      this.grip,
    )
  }

  grid(rows: number, columns: number) {
    this.rows = rows
    this.columns = columns
    this.unit = Math.min(60, (this.width - 4) / columns, (this.height - 4) / rows)
  }

  box(row: number, column: number, rows = 1, columns = 1) {
    const { unit } = this
    return {
      x: (this.width - unit * this.columns) / 2 + column * unit,
      y: (this.height - unit * this.rows) / 2 + row * unit,
      width: columns * unit,
      height: rows * unit,
    }
  }

  cells(draw: (row: number, column: number) => Cell) {
    const cells = resize(this.body, this.rows * this.columns, () =>
      svg("g", {}, svg("rect"), svg("rect", { class: "shade" }), svg("text")),
    )
    cells.forEach((cell, at) => {
      const [row, column] = [Math.floor(at / this.columns), at % this.columns]
      const { text, kind, shade } = draw(row, column)
      const [back, front, number] = cell.children as unknown as SVGElement[]
      const box = this.box(row, column)
      const size = Math.min(14, this.unit * 0.62)
      set(cell, { class: `cell ${kind}` })
      set(back!, box)
      set(front!, { ...box, style: `--shade:${shade.toFixed(3)}` })
      set(number!, {
        x: box.x + box.width / 2,
        y: box.y + box.height / 2 + size * 0.36,
        class: "middle",
        style: `font-size:${size}px`,
      })
      number!.textContent = text
    })
  }

  /** 짚은 곳의 행과 열 */
  at(event: { clientX: number; clientY: number }): [number, number] {
    const screen = this.node.getScreenCTM()!.inverse()
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(screen)
    const start = this.box(0, 0)
    return [
      clamp(Math.floor((y - start.y) / this.unit), 0, this.rows - 1),
      clamp(Math.floor((x - start.x) / this.unit), 0, this.columns - 1),
    ]
  }
}

class ColumnMatrix extends Widget<State> {
  private readonly picture = new Board("그림", PICTURE)
  private readonly matrix = new Board("행렬", MATRIX)
  private readonly image = choice("그림", IMAGE_NAMES, (image) =>
    this.change({ image }),
  )
  private readonly view = choice("보는 것", VIEWS, (view) => this.update({ view }))
  private readonly kernel = slider("커널 k", (k) => this.change({ k }))
  private readonly stride = slider("스트라이드 s", (stride) => this.change({ stride }))
  private readonly padding = slider("패딩 p", (padding) => this.change({ padding }))
  private readonly words = html("p", { class: "words" })
  private readonly size = html("p", { class: "size" })

  protected readonly look = STYLE

  protected start(): State {
    return {
      image: "small",
      k: 2,
      stride: 1,
      padding: 0,
      dilation: 1,
      view: "read",
      focus: "picture",
      row: 1,
      column: 1,
    }
  }

  protected encode({
    image,
    k,
    stride,
    padding,
    view,
    focus,
    row,
    column,
  }: State): string {
    return pack(image, [k, stride, padding], view, focus, [row, column])
  }

  protected decode(text: string): State | null {
    const [image, setting, view, focus, at] = unpack(text)
    const values = numbers(setting)?.map(Math.round)
    const place = numbers(at)?.map(Math.round)
    if (!image || !Object.hasOwn(IMAGES, image) || values?.length !== 3) return null
    if (!view || !Object.hasOwn(VIEWS, view) || place?.length !== 2) return null
    if (focus !== "picture" && focus !== "matrix") return null
    const [k, stride, padding] = values as [number, number, number]
    return this.held({
      image: image as Image,
      k: clamp(k, 1, 3),
      stride: clamp(stride, 1, 3),
      padding: clamp(padding, 0, 1),
      dilation: 1,
      view: view as View,
      focus,
      row: place[0]!,
      column: place[1]!,
    })
  }

  protected build(): Node[] {
    this.kernel.range(1, 3, 1)
    this.stride.range(1, 3, 1)
    this.padding.range(0, 1, 1)
    for (const focus of ["picture", "matrix"] as const) {
      const board = this[focus]
      drag(board.node, (event, first) => {
        if (first) board.grip.focus({ preventScroll: true })
        this.pick(focus, ...board.at(event))
      })
      board.grip.addEventListener("focus", () => this.take(focus))
      board.grip.addEventListener("keydown", (event) => this.key(focus, event))
    }
    return [
      div("controls first", this.image.node, this.view.node),
      div(
        "boards",
        html(
          "div",
          { class: "left" },
          html("p", { class: "title" }, "그림"),
          this.picture.node,
        ),
        html(
          "div",
          { class: "right" },
          html("p", { class: "title" }, "행렬 A"),
          this.matrix.node,
        ),
      ),
      this.words,
      this.size,
      div("sliders", this.kernel.node, this.stride.node, this.padding.node),
      hint(
        "어느 판이든 칸을 누르거나 끌고 다닌다. 판을 골라 화살표 키로도 옮긴다. " +
          "점선 칸은 덧댄 0이다.",
      ),
    ]
  }

  private get x(): Grid {
    return IMAGES[this.state.image]
  }

  /** 설정을 바꾸어도 짚은 칸이 판 밖으로 나가지 않게 한다. */
  private held(state: State): State {
    const x = IMAGES[state.image]
    const [high, wide] = places(x, state.k, state)
    const all = x.length + 2 * state.padding
    const [rows, columns] =
      state.focus === "picture" ? [all, all] : [state.k ** 2, high * wide]
    return {
      ...state,
      row: clamp(state.row, 0, rows - 1),
      column: clamp(state.column, 0, columns - 1),
    }
  }

  private change(change: Partial<State>) {
    this.update(this.held({ ...this.state, ...change }))
  }

  private pick(focus: Focus, row: number, column: number) {
    this.update({ focus, row, column })
  }

  /** 다른 판으로 옮겨 가면 켜져 있던 짝에서 시작한다. */
  private take(focus: Focus) {
    const { state, x } = this
    if (state.focus === focus) return
    const { k, padding } = state
    if (focus === "matrix") {
      const [first] = copies(x, k, state, state.row - padding, state.column - padding)
      this.pick(focus, ...(first ?? ([0, 0] as [number, number])))
      return
    }
    const from = source(state.row, state.column, k, places(x, k, state)[1], state)
    this.pick(focus, from.row + padding, from.column + padding)
  }

  private key(focus: Focus, event: KeyboardEvent) {
    const { row, column } = this.state
    const { rows, columns } = this[focus]
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      Home: [0, 0],
      End: [rows - 1, columns - 1],
    }
    const to = moves[event.key]
    if (!to) return
    event.preventDefault()
    this.pick(focus, clamp(to[0], 0, rows - 1), clamp(to[1], 0, columns - 1))
  }

  protected render() {
    const { state, x } = this
    const { k, padding, focus, row, column, view } = state
    const [high, wide] = places(x, k, state)
    const all = x.length + 2 * padding
    this.image.show(state.image)
    this.view.show(view)
    this.kernel.show(k, String(k))
    this.stride.show(state.stride, String(state.stride))
    this.padding.show(padding, String(padding))
    this.picture.grid(all, all)
    this.matrix.grid(k * k, high * wide)

    const from = focus === "matrix" ? source(row, column, k, wide, state) : null
    const at: [number, number] = from
      ? [from.row, from.column]
      : [row - padding, column - padding]
    const lit = copies(x, k, state, ...at)
    this.renderPicture(at)
    this.renderMatrix(lit)
    set(this.picture.frame, {
      ...(from
        ? this.picture.box(
            from.row + padding - from.u,
            from.column + padding - from.v,
            k,
            k,
          )
        : {}),
      visibility: from ? null : "hidden",
    })
    set(this.matrix.frame, {
      ...(from ? this.matrix.box(0, column, k * k, 1) : {}),
      visibility: from ? null : "hidden",
    })
    this.renderGrip(this.picture, at[0] + padding, at[1] + padding)
    const first = lit[0] ?? [0, 0]
    this.renderGrip(
      this.matrix,
      ...(from ? ([row, column] as [number, number]) : first),
    )
    set(this.matrix.grip, { visibility: lit.length || from ? null : "hidden" })
    this.words.textContent = this.sentence(at, lit)
    this.size.textContent =
      `A는 ${k}·${k} = ${k * k}행, ${high}·${wide} = ${high * wide}열. ` +
      `그림은 ${x.length ** 2}칸, A는 ${k * k * high * wide}칸이다.`
  }

  private renderPicture(at: [number, number]) {
    const { state, x } = this
    const { k, padding, view } = state
    const values = view === "read" ? x : col2im(im2col(x, k, state), x, k, state)
    const top = Math.max(1, ...values.flat())
    this.picture.cells((row, column) => {
      const [i, j] = [row - padding, column - padding]
      const value = values[i]?.[j]
      const kind = `${value === undefined ? "pad" : ""} ${i === at[0] && j === at[1] ? "lit" : ""}`
      return { text: show(value ?? 0), kind, shade: (value ?? 0) / top }
    })
  }

  private renderMatrix(lit: [number, number][]) {
    const { state, x } = this
    const { k } = state
    const A = im2col(x, k, state)
    const wide = places(x, k, state)[1]
    const top = Math.max(1, ...A.flat())
    const on = new Set(lit.map(String))
    this.matrix.cells((r, l) => {
      const { row, column } = source(r, l, k, wide, state)
      const padded = x[row]?.[column] === undefined
      const kind = `${padded ? "pad" : ""} ${on.has(String([r, l])) ? "lit" : ""}`
      return { text: show(A[r]![l]!), kind, shade: A[r]![l]! / top }
    })
  }

  private renderGrip(board: Board, row: number, column: number) {
    set(board.grip, {
      ...board.box(row, column),
      "aria-valuemin": 1,
      "aria-valuemax": board.rows * board.columns,
      "aria-valuenow": row * board.columns + column + 1,
      "aria-valuetext": `${row}행 ${column}열`,
    })
  }

  private sentence(at: [number, number], lit: [number, number][]): string {
    const { state, x } = this
    const { k, focus, row, column, view } = state
    const value = x[at[0]]?.[at[1]]
    const name = value === undefined ? "덧댄 0" : `x[${at[0]}, ${at[1]}] = ${value}`
    const n = lit.length
    if (focus === "matrix") {
      const { u, v, i, j } = source(row, column, k, places(x, k, state)[1], state)
      const copied = `A[${row}, ${column}]: 창 (${i}, ${j})의 커널 칸 (${u}, ${v})에서 보는 ${name}.`
      if (view === "read" || value === undefined) return copied
      return `${copied} 되돌려 더하면 그 칸에 ${value}만큼 보탠다.`
    }
    if (!n) return `${name}: 어느 창도 보지 않아 A에 없다. 되돌려 더해도 0이다.`
    const list = lit.map(([r, l]) => `[${r}, ${l}]`).join(" ")
    const seen = `${name}: 창 ${n}개가 보아 A에 ${n}번 나온다: ${list}.`
    if (view === "read" || value === undefined) return seen
    return `${seen} 되돌려 더하면 ${n}·${value} = ${n * value}.`
  }

  protected say(): string {
    return `${this.words.textContent} ${this.size.textContent}`
  }
}

const STYLE = `
.first { margin: 0 0 .5rem; }
.boards { display: flex; flex-direction: column; gap: .4rem; }
.boards svg { display: block; width: 100%; cursor: pointer; touch-action: none; }
.left svg { height: 170px; }
.right svg { height: 200px; }
.title { margin: 0; text-align: center; color: var(--book-soft); }
.cell rect { fill: var(--book-paper); stroke: var(--c-grid); }
.cell .shade { fill: var(--c-axis); fill-opacity: calc(var(--shade) * .3); stroke: none; }
.cell text { fill: var(--c-text); }
.pad rect { stroke-dasharray: 3 3; }
.pad text { fill: var(--book-soft); }
.cell.lit .shade { fill: var(--c1); fill-opacity: .5; }
.window { fill: none; stroke: var(--c0); stroke-width: 3; pointer-events: none; }
.grip { fill: none; stroke: var(--c1); stroke-width: 3; outline: none; pointer-events: none; }
.grip:focus-visible { stroke: var(--book-accent); stroke-width: 4; }
.words { min-height: 6.4em; margin: .6rem 0 0; }
.size { margin: 0; min-height: 3.2em; color: var(--book-soft); }
.sliders { display: flex; flex-direction: column; gap: .2rem .8rem; margin-top: .6rem; }
.sliders .slider { flex: none; align-self: stretch; }
@container (min-width: 600px) {
  .boards { flex-direction: row; }
  .left { flex: 3; }
  .right { flex: 5; }
  .boards svg { height: 240px; }
  .words { min-height: 3.2em; }
  .size { min-height: 1.6em; }
  .sliders { flex-direction: row; }
  .sliders .slider { flex: 1; align-self: start; }
}
`

customElements.define("column-matrix", ColumnMatrix)

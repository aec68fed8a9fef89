// <receptive-field>: 층을 쌓으며 출력 한 칸이 입력의 어디를 보는지 따라 내려간다.

import { button, choice, slider } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { drag } from "../../kit/handle.ts"
import { clamp, numbers, pack, unpack } from "../../kit/number.ts"
import { type Field, fields, type Layer, lengths, paths } from "./math.ts"

const N = 28 // 입력의 한 변
const MOST = 6
const OUTSIDE = 7 // 입력 밖으로 더 보이는 칸
const WIDTH = 344
const UNIT = WIDTH / (N + 2 * OUTSIDE)
const ROW = 36

const layer = (kernel: number, stride = 1, padding = 0, dilation = 1): Layer => ({
  kernel,
  stride,
  padding,
  dilation,
})

const STACKS = {
  three: [layer(3, 1, 1), layer(3, 1, 1), layer(3, 1, 1)],
  lenet: [layer(5, 1, 2), layer(2, 2), layer(5), layer(2, 2)],
  vgg: [
    layer(3, 1, 1),
    layer(3, 1, 1),
    layer(2, 2),
    layer(3, 1, 1),
    layer(3, 1, 1),
    layer(2, 2),
  ],
  dilated: [layer(3, 1, 1, 1), layer(3, 1, 2, 2), layer(3, 1, 4, 4)],
} satisfies Record<string, Layer[]>
type Stack = keyof typeof STACKS
const STACK_NAMES = {
  three: "3×3 셋",
  lenet: "LeNet-5",
  vgg: "VGG16의 처음",
  dilated: "팽창 1·2·4",
}

const KNOBS = [
  { key: "kernel", symbol: "k", name: "커널", values: [1, 2, 3, 5, 7] },
  { key: "stride", symbol: "s", name: "스트라이드", values: [1, 2, 3] },
  { key: "padding", symbol: "p", name: "패딩", values: [0, 1, 2, 3, 4] },
  { key: "dilation", symbol: "d", name: "팽창", values: [1, 2, 3, 4] },
] as const

interface State {
  layers: Layer[]
  /** 따라 내려가는 출력의 칸 */
  cell: number
}

/** 층마다의 칸. 맨 아래가 입력이다. */
class Tower {
  readonly node: SVGSVGElement
  private readonly funnel = svg("g", { class: "funnel" })
  private readonly body = svg("g")
  private readonly span = svg("path", { class: "span" })
  private readonly label = svg("text", { class: "middle" })
  private readonly names = svg("g", { class: "names" })
  private readonly clip = `tower-${Math.random().toString(36).slice(2)}`
  private rows: { field: Field; count: number; y: number }[] = []

  constructor() {
    const height = ROW * (MOST + 1) + 26
    this.node = svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${height}`, role: "img" },
      svg("clipPath", { id: this.clip }, svg("rect", { width: WIDTH, height })),
      svg(
        "g",
        { "clip-path": `url(#${this.clip})` },
        this.funnel,
        this.body,
        this.span,
      ),
      this.names,
      this.label,
    )
  }

  /** 칸 하나가 차지하는 왼쪽과 오른쪽. 수용 영역의 한가운데에 놓는다 */
  private edges({ size, jump, start }: Field, i: number): [number, number] {
    const centre = (start + i * jump + (size - 1) / 2 + 0.5 + OUTSIDE) * UNIT
    const half = (Math.max(jump, 1) * UNIT * 0.88) / 2
    return [centre - half, centre + half]
  }

  draw(all: Field[], counts: number[], met: Map<number, number>[], cell: number) {
    const top = ROW * (MOST - counts.length + 1) + 4
    this.rows = counts.map((count, at) => ({
      field: all[at]!,
      count,
      y: top + ROW * (counts.length - 1 - at),
    }))
    const cells = this.rows.flatMap(({ field, count, y }, at) => {
      const most = Math.max(1, ...met[at]!.values())
      const last = at === counts.length - 1
      return Array.from({ length: count }, (_, i) => {
        const paths = met[at]!.get(i) ?? 0
        const [left, right] = this.edges(field, i)
        return {
          x: left,
          width: right - left,
          y,
          height: 20,
          rx: 1.5,
          class: `${paths ? "on" : "off"} ${last ? "top" : ""}`,
          style: `--part:${(at ? 1 : paths / most).toFixed(3)}`,
        }
      })
    })
    const rects = resize(this.body, cells.length, () => svg("rect"))
    cells.forEach((cell, at) => set(rects[at]!, cell))
    const names = resize(this.names, this.rows.length, () => svg("text", { x: 0 }))
    names.forEach((name, at) => {
      set(name, { y: this.rows[at]!.y + 14 })
      name.textContent = at ? `${at}층` : "입력"
    })
    this.drawFunnel(met)
    this.drawSpan(all[counts.length - 1]!, cell)
  }

  private drawFunnel(met: Map<number, number>[]) {
    const bands = resize(this.funnel, this.rows.length - 1, () => svg("path"))
    bands.forEach((band, at) => {
      if (!met[at]!.size) return set(band, { d: "" }) // 덧댄 0만 보는 칸
      const [below, above] = [this.rows[at]!, this.rows[at + 1]!]
      const [a, b] = this.extent(below.field, met[at]!)
      const [c, d] = this.extent(above.field, met[at + 1]!)
      set(band, { d: `M${a},${below.y}L${c},${above.y + 20}H${d}L${b},${below.y}Z` })
    })
  }

  private extent(field: Field, met: Map<number, number>): [number, number] {
    const cells = [...met.keys()]
    return [
      this.edges(field, Math.min(...cells))[0],
      this.edges(field, Math.max(...cells))[1],
    ]
  }

  private drawSpan({ size, jump, start }: Field, cell: number) {
    const y = this.rows[0]!.y + 25
    const left = (start + cell * jump + OUTSIDE) * UNIT
    const right = left + size * UNIT
    set(this.span, { d: `M${left + 1},${y}v5H${right - 1}v-5` })
    set(this.label, { x: clamp((left + right) / 2, 40, WIDTH - 40), y: y + 19 })
    this.label.textContent = `r = ${size}칸`
  }

  /** 짚은 자리에 가장 가까운 맨 위층의 칸 */
  cell(event: { clientX: number; clientY: number }): number {
    const { field, count } = this.rows.at(-1)!
    const screen = this.node.getScreenCTM()!.inverse()
    const { x } = new DOMPoint(event.clientX, event.clientY).matrixTransform(screen)
    const at = x / UNIT - OUTSIDE - 0.5 - field.start - (field.size - 1) / 2
    return clamp(Math.round(at / field.jump), 0, count - 1)
  }
}

class ReceptiveField extends Widget<State> {
  private readonly tower = new Tower()
  private readonly picture = svg("svg", {
    viewBox: `0 0 ${N} ${N}`,
    role: "img",
    class: "picture",
  })
  private readonly stack = choice("층", STACK_NAMES, (name) =>
    this.change(STACKS[name]),
  )
  private readonly where = slider("출력의 칸", (cell) => this.update({ cell }))
  private readonly rows = html("tbody")
  private readonly more = button("층 더하기", () =>
    this.change([...this.state.layers, layer(3, 1, 1)]),
  )
  private readonly less = button("층 빼기", () =>
    this.change(this.state.layers.slice(0, -1)),
  )
  private readonly result = html("p", { class: "result" })

  protected readonly look = STYLE

  protected start(): State {
    return { layers: STACKS.lenet, cell: 2 }
  }

  protected encode({ layers, cell }: State): string {
    const rows = layers.map((one) => KNOBS.map(({ key }) => one[key]))
    return pack(cell, ...rows)
  }

  protected decode(text: string): State | null {
    const [cell, ...rows] = unpack(text).map(numbers)
    if (cell?.length !== 1 || rows.length < 1 || rows.length > MOST) return null
    const allowed = (row: number[] | null) =>
      row?.length === KNOBS.length &&
      KNOBS.every(({ values }, at) => (values as readonly number[]).includes(row[at]!))
    if (!rows.every(allowed)) return null
    return {
      layers: rows.map((row) => layer(...(row as [number, number, number, number]))),
      cell: Math.max(0, Math.round(cell[0]!)),
    }
  }

  protected build(): Node[] {
    drag(this.tower.node, (event) => this.update({ cell: this.tower.cell(event) }))
    const cells = Array.from({ length: N * N }, (_, at) =>
      svg("rect", { x: at % N, y: Math.floor(at / N), width: 0.92, height: 0.92 }),
    )
    this.picture.append(...cells)
    const heads = KNOBS.map(({ symbol, name }) => html("th", { title: name }, symbol))
    const head = html(
      "tr",
      {},
      html("th", {}, "층"),
      ...heads,
      html("th", {}, "칸"),
      html("th", {}, "j"),
      html("th", { class: "long" }, "r"),
    )
    return [
      div("controls first", this.stack.node),
      div(
        "columns",
        html("div", {}, this.tower.node, this.where.node),
        html(
          "div",
          {},
          html("p", { class: "title" }, `위에서 본 입력 ${N}×${N}`),
          this.picture,
        ),
      ),
      div("layers", html("table", {}, html("thead", {}, head), this.rows)),
      div("controls", this.more, this.less),
      this.result,
      hint(
        "맨 위 줄의 칸을 누르거나 끌어 고른다. 입력의 칸은 출력까지 가는 길이 많을수록 진하다. " +
          "k 커널, s 스트라이드, p 패딩, d 팽창, j 이웃한 칸이 입력에서 떨어진 거리, r 수용 영역.",
      ),
    ]
  }

  private change(layers: readonly Layer[]) {
    const last = lengths(N, layers).at(-1)!
    this.update({ layers: [...layers], cell: Math.floor((last - 1) / 2) })
  }

  protected render() {
    const { layers, cell } = this.state
    const name = (Object.keys(STACKS) as Stack[]).find(
      (key) => JSON.stringify(STACKS[key]) === JSON.stringify(layers),
    )
    this.stack.show(name ?? ("" as Stack))
    const counts = lengths(N, layers)
    const standing = layers.slice(0, counts.length - 1) // 놓을 자리가 있는 층
    const all = fields(layers)
    const last = counts.at(-1)!
    const now = Math.min(cell, last - 1)
    const met = paths(N, standing, now)
    this.tower.draw(all, counts, met, now)
    this.where.range(0, last - 1, 1)
    this.where.show(now, String(now), `${last}칸 가운데 ${now}번`)
    this.renderPicture(met[0]!)
    this.renderRows(all, counts)
    this.more.disabled = layers.length >= MOST
    this.less.disabled = layers.length <= 1
    const said = this.explain(all[standing.length]!, now, met[0]!, standing.length)
    this.result.textContent = said
    this.result.classList.toggle("wrong", standing.length < layers.length)
    set(this.tower.node, { "aria-label": said })
    set(this.picture, { "aria-label": `입력에서 닿는 칸 ${met[0]!.size ** 2}개` })
  }

  private renderPicture(met: Map<number, number>) {
    const most = Math.max(1, ...met.values()) ** 2
    ;[...this.picture.children].forEach((rect, at) => {
      const ways = (met.get(at % N) ?? 0) * (met.get(Math.floor(at / N)) ?? 0)
      set(rect, {
        class: ways ? "on" : "off",
        style: `--part:${(ways / most).toFixed(3)}`,
      })
    })
  }

  private renderRows(all: Field[], counts: number[]) {
    const rows = resize(this.rows, this.state.layers.length, () => this.row())
    rows.forEach((row, at) => {
      const one = this.state.layers[at]!
      const [before, after] = [all[at]!, all[at + 1]!]
      const cells = [...row.children] as HTMLElement[]
      cells[0]!.textContent = String(at + 1)
      KNOBS.forEach(({ key, name }, knob) => {
        const select = cells[knob + 1]!.firstElementChild as HTMLSelectElement
        set(select, { "aria-label": `${at + 1}층의 ${name}` })
        select.value = String(one[key])
      })
      const grown = one.dilation * (one.kernel - 1)
      cells[5]!.textContent =
        counts[at + 1] === undefined ? "–" : String(counts[at + 1])
      cells[6]!.textContent = String(after.jump)
      cells[7]!.replaceChildren(
        html("span", { class: "soft" }, `${before.size} + ${grown}·${before.jump} = `),
        html("b", {}, String(after.size)),
      )
      row.classList.toggle("gone", counts[at + 1] === undefined)
    })
  }

  private row(): HTMLTableRowElement {
    const row = html("tr", {}, html("th", { scope: "row" }))
    for (const { key, values } of KNOBS) {
      const options = values.map((value) => html("option", { value }, String(value)))
      const select = html("select", {}, ...options)
      select.addEventListener("change", () => {
        const at = [...this.rows.children].indexOf(row)
        const changed = { ...this.state.layers[at]!, [key]: Number(select.value) }
        this.change(this.state.layers.with(at, changed))
      })
      row.append(html("td", {}, select))
    }
    row.append(html("td"), html("td"), html("td", { class: "long" }))
    return row
  }

  private explain(
    { size, jump, start }: Field,
    cell: number,
    met: Map<number, number>,
    standing: number,
  ) {
    if (standing < this.state.layers.length) {
      return `${standing + 1}층의 커널을 놓을 자리가 없다. p를 늘리거나 k와 d를 줄인다.`
    }
    const from = start + cell * jump
    const to = from + size - 1
    const out = Math.max(0, -from) + Math.max(0, to - N + 1)
    const holes = size - out - met.size
    return (
      `출력의 ${cell}번 칸은 입력의 ${from}번부터 ${to}번까지 ${size}칸을 본다.` +
      (out ? ` 그 가운데 ${out}칸은 입력 밖이다.` : "") +
      (holes > 0 ? ` 사이의 ${holes}칸은 건너뛴다.` : "")
    ).replace("-", "−")
  }

  protected say(): string {
    return this.result.textContent
  }
}

const STYLE = `
.columns svg { height: auto; cursor: pointer; }
.first { margin: 0 0 .5rem; }
.title { text-align: center; color: var(--book-soft); }
.columns .picture { width: min(100%, 200px); margin: 0 auto; cursor: default; }
svg rect.off { fill: var(--book-wash); stroke: none; }
svg rect.on { fill: var(--c0); fill-opacity: calc(.15 + .85 * var(--part, 1)); }
svg rect.on.top { fill: var(--c1); fill-opacity: 1; }
.funnel path { fill: var(--c0); fill-opacity: .1; }
.names text { fill: var(--book-soft); font-size: 11px; }
.span { fill: none; stroke: var(--c0); stroke-width: 1.5; }
.layers { min-height: 13.4rem; margin-top: .6rem; }
table { width: 100%; border-collapse: collapse; }
th { font-weight: 400; color: var(--book-soft); }
th, td { height: 1.9rem; padding: 0 .1rem; text-align: center; }
.long { width: 34%; text-align: start; padding-inline-start: .4rem; white-space: nowrap; }
select {
  width: 100%; max-width: 3rem; height: 1.7rem; border: 1px solid var(--book-line); border-radius: .2rem;
  background: var(--book-paper); color: var(--book-ink); font: inherit; text-align: center;
  appearance: none; -webkit-appearance: none; text-align-last: center; cursor: pointer;
}
.gone { color: var(--book-soft); }
.gone .long { visibility: hidden; }
.result { margin: .6rem 0 0; min-height: 3.2em; }
.result.wrong { color: var(--book-wrong); }
@container (min-width: 600px) {
  .result { min-height: 1.6em; }
}
`

customElements.define("receptive-field", ReceptiveField)

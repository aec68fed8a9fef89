// <plane-bend>: 평면의 모눈이 층 하나를 지나며 늘어나고 구부러지는 것을 본다.

import { button, choice, Player, slider } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { handle, place } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { Plot } from "../../kit/plot.ts"
import {
  type Activation,
  affine,
  area,
  bent,
  type Matrix,
  type Point,
  separate,
} from "./math.ts"

const NAMES: Record<Activation, string> = {
  none: "없음",
  relu: "ReLU",
  tanh: "tanh",
  sigmoid: "시그모이드",
  gelu: "GELU",
}

interface State {
  act: Activation
  W: Matrix
  b: Point
  bend: number
}

const EDGE = 2.5
const STEP = 0.1
const BEND = 0.05
const PAGE: Pick<State, "W" | "b"> = {
  W: [
    [1, 1],
    [1, 1],
  ],
  b: [0, -1],
}
// 정답이 0인 두 점과 1인 두 점
const ZEROS: [Point, Point] = [
  [0, 0],
  [1, 1],
]
const ONES: [Point, Point] = [
  [0, 1],
  [1, 0],
]
const SQUARE = "M-6,-6H6V6H-6Z"

/** 모눈의 선들. 구부러지므로 잘게 나눈 점으로 둔다 */
const GRID: Point[][] = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2].flatMap((c) => {
  const steps = Array.from({ length: 81 }, (_, i) => -2 + i / 20)
  return [steps.map((t): Point => [t, c]), steps.map((t): Point => [c, t])]
})

/** 모눈과 XOR의 네 점을 그린 판 */
class Board {
  readonly plot: Plot
  private readonly grid = svg("g", { class: "lines" })
  private readonly zeros = svg("path", { class: "pair zero" })
  private readonly ones = svg("path", { class: "pair one" })
  private readonly line = svg("path", { class: "border" })
  private readonly marks = svg("g", { "aria-hidden": "true" })

  constructor(title: string, name: string) {
    const range: Point = [-EDGE, EDGE]
    this.plot = new Plot({
      label: title,
      x: range,
      y: range,
      xLabel: `${title} · ${name}₁`,
      yLabel: `${name}₂`,
      width: 320,
      height: 320,
    })
    const axes = svg("path", {
      class: "axis",
      d:
        this.plot.line([
          [-EDGE, 0],
          [EDGE, 0],
        ]) +
        this.plot.line([
          [0, -EDGE],
          [0, EDGE],
        ]),
    })
    this.plot.inside.append(
      axes,
      this.grid,
      this.line,
      this.zeros,
      this.ones,
      this.marks,
    )
    for (const kind of ["zero", "zero", "one", "one"])
      this.marks.append(
        kind === "zero"
          ? svg("circle", { class: kind, r: 6 })
          : svg("path", { class: kind, d: SQUARE }),
      )
  }

  draw(to: (x: Point) => Point, border: string) {
    const lines = resize(this.grid, GRID.length, () => svg("path"))
    GRID.forEach((line, i) => set(lines[i]!, { d: this.plot.line(line.map(to)) }))
    set(this.zeros, { d: this.plot.line(ZEROS.map(to)) })
    set(this.ones, { d: this.plot.line(ONES.map(to)) })
    set(this.line, { d: border })
    ;[...ZEROS, ...ONES].forEach((x, i) => {
      const [u, v] = to(x)
      set(this.marks.children[i]!, {
        transform: `translate(${this.plot.x(u)},${this.plot.y(v)})`,
      })
    })
  }
}

class PlaneBend extends Widget<State> {
  private readonly flat = new Board("선형 변환 뒤", "z")
  private readonly folded = new Board("활성화 함수 뒤", "h")
  private readonly acts = choice("활성화 함수", NAMES, (act) => this.change({ act }))
  private readonly bend = slider("구부린 정도", (bend) => this.change({ bend }))
  private readonly origin = this.grip(
    "point",
    () => this.state.b,
    (to) => this.shift(to),
  )
  private readonly tips = [0, 1].map((i) =>
    this.grip(
      "square",
      () => this.tip(i),
      (to) => this.turn(i, to),
    ),
  )
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) =>
      this.update({ bend: clamp(snap(this.state.bend + by * BEND, BEND), 0, 1) }),
    reset: () => this.reset(),
    pause: 70,
    names: ["더 구부리기", "펴기"],
  })
  private readonly verdict = html("b")
  private readonly why = html("span")
  private readonly layer = html("p", { class: "layer" })

  protected readonly look = STYLE

  protected start(): State {
    return {
      act: "relu",
      W: [
        [1.5, -1],
        [-1, 1.5],
      ],
      b: [-0.2, -0.2],
      bend: 1,
    }
  }

  protected encode({ act, W, b, bend }: State): string {
    return pack(act, W.flat(), b, bend)
  }

  protected decode(text: string): State | null {
    const [act, ...rest] = unpack(text)
    if (!act || !Object.hasOwn(NAMES, act)) return null
    const [W, b, bend] = rest.map(numbers)
    if (W?.length !== 4 || b?.length !== 2 || bend?.length !== 1) return null
    const origin = b.map((v) => clamp(snap(v, STEP), -EDGE, EDGE)) as Point
    const row = (i: number) =>
      origin.map((o, k) => {
        const tip = clamp(snap(o + W[2 * i + k]!, STEP), -EDGE, EDGE)
        return snap(tip - o, STEP)
      }) as Point
    return {
      act: act as Activation,
      W: [row(0), row(1)],
      b: origin,
      bend: clamp(snap(bend[0]!, BEND), 0, 1),
    }
  }

  protected build(): Node[] {
    this.bend.range(0, 1, BEND)
    this.flat.plot.above.append(...this.tips, this.origin)
    this.player.node.append(
      button("본문의 가중치", () => this.change({ ...PAGE, act: "relu", bend: 1 })),
    )
    return [
      this.acts.node,
      div("columns", this.flat.plot.node, this.folded.plot.node),
      html("p", { class: "readout" }, this.verdict, this.why),
      this.layer,
      this.bend.node,
      this.player.node,
      hint("왼쪽의 세 점을 끈다. Tab으로 골라 화살표 키로도 움직인다."),
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  private grip(shape: string, at: () => Point, move: (to: Point) => void) {
    return handle(shape, { plot: this.flat.plot, step: [STEP, STEP], at, move })
  }

  private change(part: Partial<State>) {
    this.player.stop()
    this.update(part)
  }

  /** (1, 0)이나 (0, 1)이 간 자리 */
  private tip(i: number): Point {
    const { W, b } = this.state
    return affine(i ? [0, 1] : [1, 0], W, b)
  }

  /** (0, 0)이 간 자리를 옮긴다. 함께 움직이는 두 점이 판 밖으로 나가지 않게 한다. */
  private shift(to: Point) {
    const { W } = this.state
    const b = to.map((v, k) => {
      const rows = [0, W[0][k]!, W[1][k]!]
      return snap(clamp(v, -EDGE - Math.min(...rows), EDGE - Math.max(...rows)), STEP)
    })
    this.change({ b: b as Point })
  }

  private turn(i: number, to: Point) {
    const { W, b } = this.state
    const row: Point = [snap(to[0] - b[0], STEP), snap(to[1] - b[1], STEP)]
    this.change({ W: i ? [W[0], row] : [row, W[1]] })
  }

  private walk(): boolean {
    const from = this.state.bend < 1 ? this.state.bend + BEND : 0
    const bend = clamp(snap(from, BEND), 0, 1)
    this.update({ bend })
    return bend < 1
  }

  protected render() {
    const { act, W, b, bend } = this.state
    const linear = (x: Point) => affine(x, W, b)
    const curved = (x: Point) => bent(linear(x), act, bend)
    const { gap, normal, offset } = separate(
      ZEROS.map(curved) as [Point, Point],
      ONES.map(curved) as [Point, Point],
    )
    const along = (t: number): Point => [
      normal[0] * offset - normal[1] * t,
      normal[1] * offset + normal[0] * t,
    ]
    const border = gap ? this.folded.plot.line([along(-9), along(9)]) : ""
    this.flat.draw(linear, "")
    this.folded.draw(curved, border)

    this.acts.show(act)
    this.bend.show(bend, show(bend))
    const at = ([x, y]: Point) => `z₁ ${show(x)}, z₂ ${show(y)}`
    const { plot } = this.flat
    place(this.origin, plot, b, "점 (0, 0)이 간 자리", at(b))
    ;["점 (1, 0)이 간 자리", "점 (0, 1)이 간 자리"].forEach((name, i) => {
      place(this.tips[i]!, plot, this.tip(i), name, at(this.tip(i)))
    })
    this.verdict.textContent = gap ? "가를 수 있다" : "가를 수 없다"
    this.why.textContent = gap ? `두 선 사이의 틈 ${show(gap, 3)}` : "두 선이 만난다"
    const row = (r: Point) => `(${show(r[0])}, ${show(r[1])})`
    this.layer.textContent = `W의 행 ${row(W[0])}, ${row(W[1])} · b ${row(b)} · 넓이의 배율 ${show(area(W))}`
    this.player.show(bend > 0, bend < 1)
  }

  protected say(): string {
    const { act, bend } = this.state
    return `${NAMES[act]}, 구부린 정도 ${show(bend)}. ${this.verdict.textContent}. ${this.why.textContent}.`
  }
}

const STYLE = `
.frame .choice label { padding-inline: .35rem; }
.columns { margin-top: .6rem; }
.columns > svg { height: 250px; }
@container (min-width: 600px) { .columns > svg { height: 320px; } }
.lines path { fill: none; stroke: var(--c5); stroke-opacity: .7; }
.axis { stroke: var(--c-axis); stroke-width: 1.5; }
.pair { fill: none; stroke-width: 2.5; }
.pair.zero { stroke: var(--c0); }
.pair.one { stroke: var(--c1); stroke-dasharray: 6 4; }
:is(circle, g > path).zero, .handle.point path { fill: var(--c0); }
g > path.one:not(.pair), .handle.square path { fill: var(--c1); }
.pair.zero, .pair.one { fill: none; }
.border { stroke: var(--c2); stroke-width: 2; stroke-dasharray: 2 4; }
.frame .readout b { font-weight: 400; color: var(--book-accent); }
.layer { margin: 0; color: var(--book-soft); font-size: .7rem; }
`

customElements.define("plane-bend", PlaneBend)

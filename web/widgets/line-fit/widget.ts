// <line-fit>: 점을 끌면 직선, 잔차의 제곱, 손실 그릇이 함께 움직인다.

import { contours } from "../../kit/contour.ts"
import { button } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { handle, place } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { Plot } from "../../kit/plot.ts"
import {
  fit,
  type Line,
  meanSquaredError,
  type Point,
  residuals,
  squaredSum,
  vertical,
} from "./math.ts"

interface State {
  points: Point[]
  /** 독자가 고른 직선. null이면 가장 좋은 직선 */
  chosen: Line | null
}

const START: Point[] = [
  [1, 14],
  [2, 22],
  [3, 24],
]
const FEWEST = 2
const MOST = 8
const STEP: Point = [0.5, 1]
const LEVELS = [2, 5, 10, 20, 40, 80, 160, 320, 640]

class LineFit extends Widget<State> {
  private readonly data = new Plot({
    label: "배달 기록과 직선",
    x: [0, 6],
    y: [0, 40],
    xLabel: "거리 x (km)",
    yLabel: "걸린 시간 y (분)",
  })
  private readonly bowl = new Plot({
    label: "손실 그릇",
    x: [-4, 14],
    y: [-15, 35],
    xLabel: "기울기 w",
    yLabel: "편향 b",
  })
  private readonly squares = svg("g", { class: "squares" })
  private readonly best = svg("path", { class: "best" })
  private readonly line = svg("path", { class: "line" })
  private readonly points = svg("g")
  private readonly rings = svg("g")
  private readonly same = svg("path", { class: "same" })
  private readonly bottom = svg("path", { class: "bottom", d: STAR })
  private readonly away = svg("text", { class: "end", x: 322, y: 28 })
  private readonly knob = handle("square", {
    plot: this.bowl,
    step: STEP,
    at: () => [this.current.w, this.current.b],
    move: ([w, b]) => this.update({ chosen: { w, b } }),
  })
  private readonly equation = html("span")
  private readonly loss = html("span")
  private readonly area = html("span")
  private readonly note = html("span", { class: "soft" })
  private readonly follow = button("맞춘 직선", () => this.update({ chosen: null }))
  private readonly add = button("점 더하기", () => this.insert([5, 30]))
  private readonly drop = button("점 빼기", () =>
    this.erase(this.state.points.length - 1),
  )

  private get current(): Line {
    return this.state.chosen ?? fit(this.state.points)
  }

  protected readonly look = STYLE

  protected start(): State {
    return { points: START, chosen: null }
  }

  protected encode({ points, chosen }: State): string {
    return pack(points.flat(), ...(chosen ? [[chosen.w, chosen.b]] : []))
  }

  protected decode(text: string): State | null {
    const [first, second] = unpack(text)
    const values = numbers(first)
    if (!values || values.length % 2) return null
    const points: Point[] = []
    for (let i = 0; i < values.length; i += 2) {
      points.push([
        clamp(snap(values[i]!, STEP[0]), 0, 6),
        clamp(snap(values[i + 1]!, STEP[1]), 0, 40),
      ])
    }
    if (points.length < FEWEST || points.length > MOST) return null
    const line = numbers(second)
    if (line?.length !== 2) return { points, chosen: null }
    return {
      points,
      chosen: { w: clamp(line[0]!, -4, 14), b: clamp(line[1]!, -15, 35) },
    }
  }

  protected build(): Node[] {
    this.data.inside.append(this.squares, this.best, this.line)
    this.data.above.append(this.points)
    this.bowl.inside.append(this.rings, this.same)
    this.bowl.above.append(this.bottom, this.away, this.knob)
    this.rings.append(...LEVELS.map(() => svg("path", { class: "contour" })))
    this.data.ground.addEventListener("click", (event) =>
      this.insert(this.data.at(event)),
    )
    this.bowl.ground.addEventListener("click", (event) => {
      const [w, b] = this.bowl.at(event)
      this.update({ chosen: { w: snap(w, STEP[0]), b: snap(b, STEP[1]) } })
    })
    return [
      div(
        "columns",
        html(
          "div",
          {},
          html("p", { class: "readout" }, this.equation, this.area),
          this.data.node,
        ),
        html(
          "div",
          {},
          html("p", { class: "readout" }, this.loss, this.note),
          this.bowl.node,
        ),
      ),
      div(
        "controls",
        this.follow,
        this.add,
        this.drop,
        button("처음으로", () => this.reset()),
      ),
      hint(
        "자료의 점과 그릇의 네모를 끈다. 빈 곳을 누르면 점이 생긴다. " +
          "Tab으로 골라 화살표 키로도 움직이고, Delete로 점을 뺀다.",
      ),
    ]
  }

  private insert([x, y]: Point) {
    if (this.state.points.length >= MOST) return
    const point: Point = [clamp(snap(x, STEP[0]), 0, 6), clamp(snap(y, STEP[1]), 0, 40)]
    this.update({ points: [...this.state.points, point] })
  }

  private erase(index: number) {
    const { points } = this.state
    if (points.length <= FEWEST) return
    this.update({ points: points.filter((_, i) => i !== index) })
  }

  protected render() {
    const { points, chosen } = this.state
    const line = this.current
    const best = fit(points)
    this.renderData(line, best)
    this.renderBowl(line, best)
    const loss = meanSquaredError(points, line)
    this.equation.textContent = equation(line)
    this.area.textContent = `넓이의 합 ${show(squaredSum(points, line))}`
    this.loss.replaceChildren("MSE ", html("b", {}, show(loss)))
    this.note.textContent = this.comment(best)
    this.follow.disabled = !chosen
    this.add.disabled = points.length >= MOST
    this.drop.disabled = points.length <= FEWEST
  }

  private comment(best: Line): string {
    if (vertical(this.state.points)) return "x가 모두 같아 기울기를 정할 수 없다"
    if (!this.state.chosen) return "그릇의 바닥"
    return `바닥은 ${show(meanSquaredError(this.state.points, best))}`
  }

  private renderData(line: Line, best: Line) {
    const { points, chosen } = this.state
    const { x, y } = this.data
    const across = ({ w, b }: Line) =>
      this.data.line([
        [0, b],
        [6, 6 * w + b],
      ])
    set(this.line, { d: across(line) })
    set(this.best, { d: chosen ? across(best) : "" })
    const rects = resize(this.squares, points.length, () => svg("rect"))
    const knobs = resize(this.points, points.length, () => this.grip())
    residuals(points, line).forEach((r, i) => {
      const point = points[i]!
      const side = Math.abs(y(0) - y(r))
      // 직선이 지나지 않는 쪽에 그린다
      const left = r > 0 === line.w > 0
      set(rects[i]!, {
        x: x(point[0]) - (left ? side : 0),
        y: Math.min(y(point[1]), y(point[1] - r)),
        width: side,
        height: side,
      })
      const text = `x ${show(point[0])}, y ${show(point[1])}, 잔차 ${show(r)}`
      place(knobs[i]!, this.data, point, `점 ${i + 1}`, text)
    })
  }

  private grip(): SVGGElement {
    const index = () => [...this.points.children].indexOf(node)
    const node = handle("point", {
      plot: this.data,
      step: STEP,
      at: () => this.state.points[index()]!,
      move: (to) => {
        const points = this.state.points.with(index(), to)
        this.update({ points })
      },
      remove: () => this.erase(index()),
    })
    return node
  }

  private renderBowl(line: Line, best: Line) {
    const { points } = this.state
    const { x, y } = this.bowl
    const f = (w: number, b: number) => meanSquaredError(points, { w, b })
    const loss = f(line.w, line.b)
    const paths = contours(this.bowl, f, [...LEVELS, loss])
    LEVELS.forEach((_, i) => set(this.rings.children[i]!, { d: paths[i]! }))
    set(this.same, { d: this.state.chosen ? paths.at(-1)! : "" })
    const [left, right] = x.domain() as Point
    const [low, high] = y.domain() as Point
    const out = best.w < left || best.w > right || best.b < low || best.b > high
    set(this.bottom, {
      transform: `translate(${x(best.w)},${y(best.b)})`,
      visibility: out ? "hidden" : null,
    })
    this.away.textContent = out ? `바닥은 그림 밖: ${pair(best)}` : ""
    const at: Point = [clamp(line.w, left, right), clamp(line.b, low, high)]
    const text = `w ${show(line.w)}, b ${show(line.b)}, MSE ${show(loss)}`
    place(this.knob, this.bowl, at, "직선의 w와 b", text)
  }

  protected say(): string {
    const line = this.current
    const loss = show(meanSquaredError(this.state.points, line))
    return `직선 ${equation(line)}, 평균 제곱 오차 ${loss}. ${this.comment(fit(this.state.points))}`
  }
}

function equation({ w, b }: Line): string {
  return `ŷ = ${show(w)}x ${b < 0 ? "−" : "+"} ${show(Math.abs(b))}`
}

function pair({ w, b }: Line): string {
  return `w = ${show(w)}, b = ${show(b)}`
}

const STAR =
  "M0,-9L2.6,-3.2L8.6,-2.8L4,1.2L5.4,7.3L0,4L-5.4,7.3L-4,1.2L-8.6,-2.8L-2.6,-3.2Z"

const STYLE = `
.squares rect { fill: var(--c1); fill-opacity: .28; stroke: var(--c1); stroke-opacity: .6; }
.line { fill: none; stroke: var(--c0); stroke-width: 2.5; }
.best { fill: none; stroke: var(--c2); stroke-width: 2; stroke-dasharray: 5 5; }
.same { fill: none; stroke: var(--c0); stroke-width: 2; }
.bottom { fill: var(--c2); stroke: var(--book-paper); pointer-events: none; }
.point path { fill: var(--c1); }
.square path { fill: var(--c0); }
`

customElements.define("line-fit", LineFit)

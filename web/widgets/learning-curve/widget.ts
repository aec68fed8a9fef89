// <learning-curve>: 걸음마다 곡선과 훈련·검증 손실이 함께 움직이고, 과적합이 시작되는 걸음이 보인다.

import { Player, slider } from "../../kit/controls.ts"
import { div, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import { Plot, type Point, type Range } from "../../kit/plot.ts"
import {
  descend,
  losses,
  lowest,
  predict,
  trainX,
  trainY,
  validX,
  validY,
} from "./math.ts"

interface State {
  degree: number
  /** 훈련에 쓰는 점의 수 */
  points: number
  step: number
}

const STEPS = 500
const STRIDE = 10 // 재생이 한 번에 걷는 걸음
const LR = 0.1
const DEGREES: Range = [1, 14]
const POINTS: Range = [10, 60]
const TINY = 0.002 // 이보다 덜 오른 것은 올랐다고 하지 않는다
const START: State = { degree: 12, points: 15, step: STEPS }

class LearningCurve extends Widget<State> {
  private readonly data = new Plot({
    label: "점과 맞춘 곡선",
    x: [-1, 1],
    y: [-2, 2],
    xLabel: "x",
    yLabel: "y",
    height: 280,
  })
  private readonly chart = new Plot({
    label: "걸음마다의 손실",
    x: [0, STEPS + 12],
    y: [0, 0.8],
    xLabel: "걸음",
    yLabel: "손실",
    height: 280,
  })
  private readonly truth = svg("path", { class: "truth" })
  private readonly fitted = svg("path", { class: "fitted" })
  private readonly seen = svg("g", { class: "seen" })
  private readonly unseen = svg("g", { class: "unseen" })
  private readonly train = svg("path", { class: "train" })
  private readonly valid = svg("path", { class: "valid" })
  private readonly over = svg("rect", { class: "over" })
  private readonly turn = svg("path", { class: "turn" })
  private readonly flag = svg("text")
  private readonly nowTrain = svg("circle", { class: "at-train", r: 5 })
  private readonly nowValid = svg("rect", { class: "at-valid", width: 9, height: 9 })
  private readonly degree = slider("차수", (degree) => this.change({ degree }))
  private readonly points = slider("훈련 점", (points) => this.change({ points }))
  private readonly step = slider("걸음", (step) => this.change({ step }))
  private readonly verdict = html("b")
  private readonly numbers = html("span")
  private readonly lowest = html("span", { class: "soft" })
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.update({ step: clamp(this.state.step + by, 0, STEPS) }),
    reset: () => this.reset(),
    pause: 60,
    names: ["한 걸음", "뒤로"],
  })
  private path: number[][] = []
  private trainLoss: number[] = []
  private validLoss: number[] = []
  private fit = ""

  protected readonly look = STYLE

  protected start(): State {
    return START
  }

  protected encode({ degree, points, step }: State): string {
    return pack(degree, points, step)
  }

  protected decode(text: string): State | null {
    const values = unpack(text).map((part) => numbers(part)?.[0])
    if (values.length !== 3 || values.includes(undefined)) return null
    const [degree, points, step] = values.map((value) => Math.round(value!))
    return {
      degree: clamp(degree!, ...DEGREES),
      points: clamp(points!, ...POINTS),
      step: clamp(step!, 0, STEPS),
    }
  }

  protected build(): Node[] {
    this.data.inside.append(this.truth, this.fitted, this.unseen, this.seen)
    this.chart.inside.append(
      this.over,
      this.turn,
      this.train,
      this.valid,
      this.nowTrain,
      this.nowValid,
    )
    this.chart.above.append(this.flag)
    const wave = grid(120).map((x): Point => [x, Math.sin(Math.PI * x)])
    set(this.truth, { d: this.data.line(wave) })
    const squares = resize(this.unseen, validX.length, () =>
      svg("path", { d: "M-3,-3H3V3H-3Z" }),
    )
    validX.forEach((x, i) => set(squares[i]!, { transform: this.at([x, validY[i]!]) }))
    this.degree.range(...DEGREES, 1)
    this.points.range(...POINTS, 5)
    this.step.range(0, STEPS, 1)
    return [
      html("p", { class: "readout" }, this.verdict, this.numbers, this.lowest),
      div("columns", this.data.node, this.chart.node),
      html(
        "p",
        { class: "key" },
        key("seen", "훈련"),
        key("unseen", "검증"),
        key("line", "맞춘 곡선"),
        html("span", { class: "soft" }, "점선: 잡음 없는 물결"),
      ),
      div("sliders", this.degree.node, this.points.node, this.step.node),
      this.player.node,
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  private at([x, y]: Point): string {
    return `translate(${this.data.x(x)},${this.data.y(y)})`
  }

  /** 손으로 바꾸면 재생을 멈춘다 */
  private change(change: Partial<State>) {
    this.player.stop()
    this.update(change)
  }

  private walk(): boolean {
    const { step } = this.state
    const next = step >= STEPS ? 0 : Math.min(STEPS, step + STRIDE)
    this.update({ step: next })
    return next < STEPS
  }

  private learn() {
    const { degree, points } = this.state
    if (this.fit === `${degree},${points}`) return
    this.fit = `${degree},${points}`
    const [x, y] = [trainX.slice(0, points), trainY.slice(0, points)]
    this.path = descend(x, y, degree, LR, STEPS)
    this.trainLoss = losses(this.path, x, y)
    this.validLoss = losses(this.path, validX, validY)
    const circles = resize(this.seen, points, () => svg("circle", { r: 3.6 }))
    x.forEach((value, i) => set(circles[i]!, { transform: this.at([value, y[i]!]) }))
  }

  protected render() {
    this.learn()
    const { degree, points, step } = this.state
    const curve = grid(160).map((x): Point => [x, predict(this.path[step]!, x)])
    set(this.fitted, { d: this.data.line(curve) })
    this.renderChart(step)
    const best = lowest(this.validLoss)
    const over = this.overfitted(step)
    this.verdict.textContent = over ? "과적합" : "아직 과적합 아님"
    this.verdict.className = over ? "bad" : ""
    this.numbers.textContent = `${step}걸음: 훈련 ${show(this.trainLoss[step]!, 3)}, 검증 ${show(this.validLoss[step]!, 3)}`
    this.lowest.textContent = `검증 최저 ${best}걸음의 ${show(this.validLoss[best]!, 3)}`
    this.degree.show(degree, `${degree}차`)
    this.points.show(points, `${points}개`)
    this.step.show(step, `${step}`, `${step}걸음, ${this.verdict.textContent}`)
    this.player.show(step > 0, step < STEPS)
  }

  /** 검증 손실은 지금까지의 최저보다 오르고 훈련 손실은 그때보다 줄었다 */
  private overfitted(step: number): boolean {
    const best = lowest(this.validLoss.slice(0, step + 1))
    const rise = this.validLoss[step]! - this.validLoss[best]!
    return rise > TINY && this.trainLoss[step]! < this.trainLoss[best]!
  }

  private renderChart(step: number) {
    const { x, y } = this.chart
    const line = (values: number[]) =>
      this.chart.line(values.map((v, t): Point => [t, v]))
    const best = lowest(this.validLoss)
    const turned = this.overfitted(STEPS)
    set(this.train, { d: line(this.trainLoss) })
    set(this.valid, { d: line(this.validLoss) })
    const [bottom, top] = y.range() as Range
    set(this.turn, { d: turned ? `M${x(best)},${bottom}V${top}` : "" })
    set(this.over, {
      x: x(best),
      y: top,
      height: bottom - top,
      width: turned ? x(STEPS) - x(best) : 0,
    })
    const right = best > STEPS / 2
    set(this.flag, {
      x: x(best) + (right ? -6 : 6),
      y: top + 28,
      class: right ? "end" : "",
    })
    this.flag.textContent = turned ? `${best}걸음부터 과적합` : ""
    set(this.nowTrain, { cx: x(step), cy: y(this.trainLoss[step]!) })
    set(this.nowValid, { x: x(step) - 4.5, y: y(this.validLoss[step]!) - 4.5 })
  }

  protected say(): string {
    return `${this.verdict.textContent}. ${this.numbers.textContent}. ${this.lowest.textContent}`
  }
}

function grid(n: number): number[] {
  return Array.from({ length: n + 1 }, (_, i) => -1 + (2 * i) / n)
}

function key(kind: string, text: string): HTMLElement {
  return html("span", { class: `key-${kind}` }, text)
}

const STYLE = `
.columns > svg { height: 280px; }
.truth { fill: none; stroke: var(--book-soft); stroke-dasharray: 3 4; }
.fitted { fill: none; stroke: var(--c2); stroke-width: 2.5; }
.seen circle { fill: var(--c0); }
.unseen path { fill: none; stroke: var(--c1); stroke-width: 1.5; }
.train, .valid { fill: none; stroke-width: 2; }
.train { stroke: var(--c0); }
.valid { stroke: var(--c1); stroke-dasharray: 6 3; }
.at-train { fill: var(--c0); stroke: var(--book-paper); }
.at-valid { fill: var(--c1); stroke: var(--book-paper); }
.over { fill: var(--c3); fill-opacity: .08; }
.turn { stroke: var(--c3); stroke-dasharray: 2 3; }
.bad { color: var(--book-wrong); }
.readout { margin: 0 0 .3rem; min-height: 1.6em; }
.key { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; font-size: .65rem; }
.key-seen::before { content: "● "; color: var(--c0); }
.key-unseen::before { content: "□ "; color: var(--c1); }
.key-seen::after, .key-unseen::after, .key-line::before {
  content: ""; display: inline-block; width: 1.4rem; vertical-align: middle; margin-inline: .3rem;
  border-top: 2px solid var(--c0);
}
.key-unseen::after { border-top: 2px dashed var(--c1); }
.key-line::before { border-top: 3px solid var(--c2); margin-inline-start: 0; }
.sliders { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin-top: .4rem; }
`

customElements.define("learning-curve", LearningCurve)

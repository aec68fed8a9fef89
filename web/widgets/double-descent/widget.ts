// <double-descent>: 계수의 수를 늘려 꼭대기를 넘는다. 벌을 주면 꼭대기가 낮아진다.

import { choice, Player, slider } from "../../kit/controls.ts"
import { div, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import { Plot, type Point, type Range } from "../../kit/plot.ts"
import { fit, meanSquare, predict, testX, testY, trainX, trainY } from "./math.ts"

interface State {
  /** 계수의 수 */
  P: number
  /** ALPHAS의 번호 */
  penalty: number
}

const MOST = 100
const ALPHAS = [0, 0.01, 0.1, 1]
const START: State = { P: 4, penalty: 0 }
const FLOOR = -4 // 이보다 작은 오차는 바닥에 그린다

class DoubleDescent extends Widget<State> {
  private readonly data = new Plot({
    label: "점과 맞춘 곡선",
    x: [-1, 1],
    y: [-2.5, 2.5],
    xLabel: "x",
    yLabel: "y",
    height: 280,
  })
  private readonly chart = new Plot({
    label: "계수의 수마다의 오차",
    x: [0, MOST],
    y: [FLOOR, 10],
    xLabel: "계수의 수",
    yLabel: "오차 = 10의 몇 제곱",
    height: 280,
  })
  private readonly truth = svg("path", { class: "truth" })
  private readonly fitted = svg("path", { class: "fitted" })
  private readonly seen = svg("g", { class: "seen" })
  private readonly unseen = svg("g", { class: "unseen" })
  private readonly train = svg("path", { class: "train" })
  private readonly test = svg("path", { class: "test" })
  private readonly edge = svg("path", { class: "edge" })
  private readonly flag = svg("text")
  private readonly nowTrain = svg("circle", { class: "at-train", r: 5 })
  private readonly nowTest = svg("rect", { class: "at-test", width: 9, height: 9 })
  private readonly slide = slider("계수의 수", (P) => this.change({ P }))
  private readonly penalty = choice<string>(
    "벌 α",
    Object.fromEntries(ALPHAS.map((a, i) => [`p${i}`, a ? `α ${a}` : "벌 없음"])),
    (text) => this.change({ penalty: Number(text.slice(1)) }),
  )
  private readonly verdict = html("b")
  private readonly numbers = html("span")
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.update({ P: clamp(this.state.P + by, 1, MOST) }),
    reset: () => this.reset(),
    pause: 120,
    names: ["하나 더", "하나 덜"],
  })
  /** 벌마다 한 번만 푼다 */
  private readonly solved = new Map<
    number,
    { w: number[]; train: number; test: number }[]
  >()

  protected readonly look = STYLE

  protected start(): State {
    return START
  }

  protected encode({ P, penalty }: State): string {
    return pack(P, penalty)
  }

  protected decode(text: string): State | null {
    const values = unpack(text).map((part) => numbers(part)?.[0])
    if (values.length !== 2 || values.includes(undefined)) return null
    const [P, penalty] = values.map((value) => Math.round(value!))
    return { P: clamp(P!, 1, MOST), penalty: clamp(penalty!, 0, ALPHAS.length - 1) }
  }

  protected build(): Node[] {
    this.data.inside.append(this.truth, this.fitted, this.unseen, this.seen)
    this.chart.inside.append(
      this.edge,
      this.train,
      this.test,
      this.nowTrain,
      this.nowTest,
    )
    this.chart.above.append(this.flag)
    set(this.truth, {
      d: this.data.line(grid(120).map((x): Point => [x, Math.sin(Math.PI * x)])),
    })
    const at = ([x, y]: Point) => `translate(${this.data.x(x)},${this.data.y(y)})`
    const squares = resize(this.unseen, testX.length, () =>
      svg("path", { d: "M-3,-3H3V3H-3Z" }),
    )
    testX.forEach((x, i) => set(squares[i]!, { transform: at([x, testY[i]!]) }))
    const circles = resize(this.seen, trainX.length, () => svg("circle", { r: 3.6 }))
    trainX.forEach((x, i) => set(circles[i]!, { transform: at([x, trainY[i]!]) }))
    const { x, y } = this.chart
    const [bottom, top] = y.range() as Range
    set(this.edge, { d: `M${x(trainX.length)},${bottom}V${top}` })
    set(this.flag, { x: x(trainX.length) + 6, y: top + 28 })
    this.flag.textContent = `훈련 점 ${trainX.length}개`
    this.slide.range(1, MOST, 1)
    return [
      html("p", { class: "readout" }, this.verdict, this.numbers),
      div("columns", this.data.node, this.chart.node),
      html(
        "p",
        { class: "key" },
        html("span", { class: "key-seen" }, "훈련"),
        html("span", { class: "key-unseen" }, "새 점"),
        html("span", { class: "key-line" }, "맞춘 곡선"),
        html("span", { class: "soft" }, "점선: 잡음 없는 물결"),
      ),
      div("sliders", this.slide.node, this.penalty.node),
      this.player.node,
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  /** 손으로 바꾸면 재생을 멈춘다 */
  private change(change: Partial<State>) {
    this.player.stop()
    this.update(change)
  }

  private walk(): boolean {
    const P = this.state.P >= MOST ? 1 : this.state.P + 1
    this.update({ P })
    return P < MOST
  }

  private runs() {
    const { penalty } = this.state
    let runs = this.solved.get(penalty)
    if (!runs) {
      runs = Array.from({ length: MOST }, (_, i) => {
        const w = fit(i + 1, ALPHAS[penalty]!)
        return {
          w,
          train: meanSquare(w, trainX, trainY),
          test: meanSquare(w, testX, testY),
        }
      })
      this.solved.set(penalty, runs)
    }
    return runs
  }

  protected render() {
    const { P, penalty } = this.state
    const runs = this.runs()
    const { w, train, test } = runs[P - 1]!
    const curve = grid(400).map((x): Point => [x, predict(w, x)])
    set(this.fitted, { d: this.data.line(curve) })
    const { x, y } = this.chart
    const line = (kind: "train" | "test") =>
      this.chart.line(runs.map((run, i): Point => [i + 1, log(run[kind])]))
    set(this.train, { d: line("train") })
    set(this.test, { d: line("test") })
    set(this.nowTrain, { cx: x(P), cy: y(log(train)) })
    set(this.nowTest, { x: x(P) - 4.5, y: y(log(test)) - 4.5 })
    this.verdict.textContent =
      train < 1e-6 ? "훈련 점을 모두 지난다" : "훈련 점을 다 지나지는 않는다"
    this.numbers.textContent = `계수 ${P}개: 훈련 ${show(train, 3)}, 새 점 ${show(test, 3)}`
    this.slide.show(P, `${P}개`, `${P}개, 새 점의 오차 ${show(test, 3)}`)
    this.penalty.show(`p${penalty}`)
    this.player.show(P > 1, P < MOST)
  }

  protected say(): string {
    return `${this.verdict.textContent}. ${this.numbers.textContent}`
  }
}

function log(value: number): number {
  return Math.max(FLOOR, Math.log10(Math.max(value, 1e-30)))
}

function grid(n: number): number[] {
  return Array.from({ length: n + 1 }, (_, i) => -1 + (2 * i) / n)
}

const STYLE = `
.columns > svg { height: 280px; }
.truth { fill: none; stroke: var(--book-soft); stroke-dasharray: 3 4; }
.fitted { fill: none; stroke: var(--c2); stroke-width: 2.5; }
.seen circle { fill: var(--c0); }
.unseen path { fill: none; stroke: var(--c1); }
.train, .test { fill: none; stroke-width: 2; }
.train { stroke: var(--c0); }
.test { stroke: var(--c1); stroke-dasharray: 6 3; }
.at-train { fill: var(--c0); stroke: var(--book-paper); }
.at-test { fill: var(--c1); stroke: var(--book-paper); }
.edge { stroke: var(--c3); stroke-dasharray: 2 3; }
.readout { margin: 0 0 .3rem; min-height: 1.6em; }
.readout b { display: block; }
.key { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; font-size: .65rem; }
.key-seen::before { content: "● "; color: var(--c0); }
.key-unseen::before { content: "□ "; color: var(--c1); }
.key-seen::after, .key-unseen::after, .key-line::before {
  content: ""; display: inline-block; width: 1.4rem; vertical-align: middle; margin-inline: .3rem;
  border-top: 2px solid var(--c0);
}
.key-unseen::after { border-top: 2px dashed var(--c1); }
.key-line::before { border-top: 3px solid var(--c2); margin-inline-start: 0; }
.sliders { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; margin-top: .4rem; align-items: center; }
`

customElements.define("double-descent", DoubleDescent)

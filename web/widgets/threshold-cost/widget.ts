// <threshold-cost>: 임곗값과 비율과 비용을 밀면 두 곡선 위의 점과 혼동 행렬이 움직인다.

import { button, slider } from "../../kit/controls.ts"
import { div, html, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { Plot, type Point } from "../../kit/plot.ts"
import {
  accuracy,
  averagePrecision,
  bayes,
  best,
  cost,
  counts,
  f1,
  fpr,
  precision,
  probability,
  recall,
  rocAuc,
  type Spot,
  STEP,
  spots,
} from "./math.ts"
import { NEGATIVE, POSITIVE } from "./scores.ts"

const RATIOS = [1, 3, 10, 30, 100]
const COSTS = [1, 2, 5, 10, 20, 50, 100]
const LOW = -12
const HIGH = 4
const BINS = 32
const READS = ["정확도", "정밀도", "재현율", "F1", "ROC-AUC", "AP", "비용"] as const
const CELLS = ["tp", "fn", "fp", "tn"] as const

interface State {
  /** 로짓의 임곗값 */
  t: number
  /** RATIOS와 COSTS에서 몇 번째인가 */
  ratio: number
  cost: number
}

class ThresholdCost extends Widget<State> {
  private readonly scores = new Plot({
    label: "다른 옷과 티셔츠의 로짓",
    x: [LOW, HIGH],
    y: [-1, 1],
    ticks: 4,
    height: 220,
    xLabel: "로짓",
    yLabel: "",
  })
  private readonly roc = new Plot({
    label: "ROC 곡선",
    x: [0, 1],
    y: [0, 1],
    xLabel: "거짓 양성률",
    yLabel: "",
    height: 220,
  })
  private readonly pr = new Plot({
    label: "정밀도-재현율 곡선",
    x: [0, 1],
    y: [0, 1],
    xLabel: "재현율",
    yLabel: "",
    height: 220,
  })
  private readonly cut = svg("path", { class: "cut" })
  private readonly rule = svg("path", { class: "rule" })
  private readonly curves = [this.roc, this.pr].map(() =>
    svg("path", { class: "curve" }),
  )
  private readonly dots = [this.roc, this.pr].map(() =>
    svg("circle", { class: "dot", r: 6 }),
  )
  private readonly threshold = slider("임곗값", (t) =>
    this.update({ t: snap(t, STEP) }),
  )
  private readonly ratio = slider("비율", (ratio) => this.update({ ratio }))
  private readonly cost = slider("놓치는 비용", (at) => this.update({ cost: at }))
  private readonly reads = new Map(READS.map((name) => [name, html("b")]))
  private readonly cells = new Map(CELLS.map((name) => [name, html("td")]))
  private readonly kept = new Map<number, Spot[]>()

  protected readonly look = STYLE

  protected start(): State {
    return { t: 0, ratio: RATIOS.length - 1, cost: 0 }
  }

  protected encode({ t, ratio, cost }: State): string {
    return pack(t, RATIOS[ratio]!, COSTS[cost]!)
  }

  protected decode(text: string): State | null {
    const [t, ratio, price] = unpack(text).map((part) => numbers(part)?.[0] ?? NaN)
    const at = RATIOS.indexOf(ratio!)
    const priced = COSTS.indexOf(price!)
    if (!Number.isFinite(t) || at < 0 || priced < 0) return null
    return { t: clamp(snap(t!, STEP), LOW, HIGH), ratio: at, cost: priced }
  }

  protected build(): Node[] {
    this.threshold.range(LOW, HIGH, STEP)
    this.ratio.range(0, RATIOS.length - 1, 1)
    this.cost.range(0, COSTS.length - 1, 1)
    this.scores.inside.append(
      bars(this.scores, POSITIVE, 1),
      bars(this.scores, NEGATIVE, -1),
    )
    const { x, y } = this.scores
    const names = [
      ["티셔츠", 0.8],
      ["다른 옷", -0.88],
    ] as const
    for (const [name, at] of names) {
      this.scores.above.append(
        svg("text", { x: x(HIGH) - 8, y: y(at), class: "end" }, name),
      )
    }
    this.scores.inside.append(this.rule, this.cut)
    this.scores.node.classList.add("unmarked") // 막대의 높이는 저마다의 가장 높은 것에 맞추었다
    const [roc, pr] = this.curves
    this.roc.inside.append(
      svg("path", {
        class: "chance",
        d: this.roc.line([
          [0, 0],
          [1, 1],
        ]),
      }),
    )
    this.roc.inside.append(roc!)
    this.pr.inside.append(pr!)
    ;[this.roc, this.pr].forEach((plot, i) => plot.above.append(this.dots[i]!))
    const said = (name: (typeof CELLS)[number]) => this.cells.get(name)!
    const head = (text: string) => html("th", {}, text)
    const table = html(
      "table",
      { "aria-label": "만 장의 혼동 행렬" },
      html("tr", {}, head("만 장 가운데"), head("골랐다"), head("두었다")),
      html("tr", {}, head("티셔츠"), said("tp"), said("fn")),
      html("tr", {}, head("다른 옷"), said("fp"), said("tn")),
    )
    const read = (name: (typeof READS)[number]) =>
      html("span", {}, `${name} `, this.reads.get(name)!)
    return [
      div("sliders", this.threshold.node, this.ratio.node, this.cost.node),
      div(
        "controls",
        button("0.5로", () => this.update({ t: 0 })),
        button("가장 싼 곳으로", () => this.go((spot) => -cost(spot, this.price))),
        button("F1이 가장 큰 곳으로", () => this.go(f1)),
        button("처음으로", () => this.reset()),
      ),
      div(
        "columns",
        html("div", {}, title("점수"), this.scores.node),
        html("div", {}, table, html("p", { class: "readout" }, ...READS.map(read))),
        html("div", {}, title("ROC 곡선 (세로: 재현율)"), this.roc.node),
        html("div", {}, title("정밀도-재현율 곡선 (세로: 정밀도)"), this.pr.node),
      ),
    ]
  }

  private get price(): number {
    return COSTS[this.state.cost]!
  }

  private get spots(): Spot[] {
    const ratio = RATIOS[this.state.ratio]!
    if (!this.kept.has(ratio)) this.kept.set(ratio, spots(ratio))
    return this.kept.get(ratio)!
  }

  private go(value: (spot: Spot) => number) {
    this.update({ t: clamp(snap(best(this.spots, value), STEP), LOW, HIGH) })
  }

  protected render() {
    const { t, ratio, cost: at } = this.state
    const found = this.spots
    const now = counts(t, RATIOS[ratio]!)
    this.threshold.show(t, `확률 ${show(probability(t), 4)}`)
    this.ratio.show(ratio, `1:${RATIOS[ratio]}`)
    this.cost.show(at, `${this.price}배`)
    const { y } = this.scores
    const upright = (z: number) => `M${this.scores.x(z)},${y(-1)}V${y(1)}`
    set(this.cut, { d: upright(t) })
    set(this.rule, { d: upright(bayes(RATIOS[ratio]!, this.price)) })
    const paths: Point[][] = [
      found.map((spot) => [fpr(spot), recall(spot)]),
      found.flatMap((spot, i): Point[] => {
        const before = recall(found[Math.max(i - 1, 0)]!)
        return i
          ? [
              [before, precision(spot)],
              [recall(spot), precision(spot)],
            ]
          : []
      }),
    ]
    const spot: Point[] = [
      [fpr(now), recall(now)],
      [recall(now), precision(now)],
    ]
    ;[this.roc, this.pr].forEach((plot, i) => {
      set(this.curves[i]!, { d: plot.line(paths[i]!) })
      set(this.dots[i]!, { cx: plot.x(spot[i]![0]), cy: plot.y(spot[i]![1]) })
    })
    for (const name of CELLS) this.cells.get(name)!.textContent = show(now[name], 0)
    const values: Record<(typeof READS)[number], string> = {
      정확도: show(accuracy(now), 3),
      정밀도: now.tp + now.fp ? show(precision(now)) : "없음",
      재현율: show(recall(now)),
      F1: show(f1(now)),
      "ROC-AUC": show(rocAuc(found), 3),
      AP: show(averagePrecision(found)),
      비용: show(cost(now, this.price), 0),
    }
    for (const name of READS) this.reads.get(name)!.textContent = values[name]
  }

  protected say(): string {
    const told = READS.map((name) => `${name} ${this.reads.get(name)!.textContent}`)
    return `비율 1:${RATIOS[this.state.ratio]}. ${told.join(", ")}.`
  }
}

function title(text: string): HTMLElement {
  return html("p", { class: "title" }, text)
}

/** 가운데 줄에서 위(1)나 아래(−1)로 자라는 막대. 가장 높은 것이 0.7이다 */
function bars(plot: Plot, scores: readonly number[], way: 1 | -1): SVGPathElement {
  const width = (HIGH - LOW) / BINS
  const heights = Array<number>(BINS).fill(0)
  for (const score of scores) {
    const bin = Math.floor((score * STEP - LOW) / width)
    heights[clamp(bin, 0, BINS - 1)]! += 1
  }
  const most = Math.max(...heights)
  const d = heights.map((height, i) => {
    const [left, right] = [
      plot.x(LOW + i * width) + 0.5,
      plot.x(LOW + (i + 1) * width) - 0.5,
    ]
    return `M${left},${plot.y(0)}V${plot.y((way * 0.7 * height) / most)}H${right}V${plot.y(0)}Z`
  })
  return svg("path", { class: way > 0 ? "yes" : "no", d: d.join("") })
}

const STYLE = `
.sliders { display: grid; gap: .2rem 1rem; }
@container (min-width: 600px) { .sliders { grid-template-columns: 1.4fr 1fr 1fr; } }
.columns { margin-top: .6rem; }
.columns svg { height: 220px; }
.yes { fill: var(--c1); fill-opacity: .75; }
.no { fill: var(--c0); fill-opacity: .75; }
.cut { stroke: var(--c-text); stroke-width: 2; }
.rule { stroke: var(--c-text); stroke-dasharray: 4 4; }
.curve { fill: none; stroke: var(--c0); stroke-width: 2; }
.chance { fill: none; stroke: var(--c-axis); stroke-dasharray: 4 4; }
.dot { fill: var(--c1); stroke: var(--book-paper); stroke-width: 2; }
.unmarked .axes text.end:not(.name) { display: none; }
table { width: 100%; border-collapse: collapse; margin: .4rem 0 .6rem; }
th { font-weight: 400; color: var(--book-soft); text-align: start; padding: .25rem .3rem; }
td { border: 1px solid var(--book-line); padding: .25rem .5rem; text-align: end; }
tr :not(:first-child):is(th) { text-align: end; }
`

customElements.define("threshold-cost", ThresholdCost)

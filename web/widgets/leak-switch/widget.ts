// <leak-switch>: 아무것도 배울 것이 없는 자료에서 누수를 켜고 끈다.

import { button, choice, slider } from "../../kit/controls.ts"
import { div, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import { Plot } from "../../kit/plot.ts"
import { accuracy, noise } from "./math.ts"

const ORDERS = { after: "나눈 뒤에 고른다", before: "나누기 전에 고른다" }
type Order = keyof typeof ORDERS

interface State {
  order: Order
  /** SIZES에서 몇 번째인가 */
  size: number
  seed: number
}

const SIZES = [10, 20, 50, 100, 200, 500, 1000]
const ROWS = 50
const TABLES = 20
const STEPS: Record<Order, string[]> = {
  after: [
    "표를 다섯 조각으로 나눈다",
    "훈련 조각에서만 특성 10개를 고른다",
    "배우고 검증 조각에서 잰다",
  ],
  before: [
    "표 전체에서 특성 10개를 고른다",
    "표를 다섯 조각으로 나눈다",
    "배우고 검증 조각에서 잰다",
  ],
}

class LeakSwitch extends Widget<State> {
  private readonly chart = new Plot({
    label: "표마다의 교차 검증 정확도",
    x: [0, TABLES + 1],
    y: [0, 1],
    xLabel: "표",
    yLabel: "정확도",
    height: 260,
  })
  private readonly truth = svg("path", { class: "truth" })
  private readonly level = svg("path", { class: "level" })
  private readonly dots = svg("g", { class: "dots" })
  private readonly note = svg("text", { class: "end" })
  private readonly order = choice("특성을 고르는 때", ORDERS, (order) =>
    this.update({ order }),
  )
  private readonly size = slider("후보 특성", (size) => this.update({ size }))
  private readonly mean = html("b")
  private readonly leak = html("span")
  private readonly steps = html("ol")
  private readonly kept = new Map<string, number[]>()

  protected readonly look = STYLE

  protected start(): State {
    return { order: "after", size: SIZES.length - 1, seed: 1 }
  }

  protected encode({ order, size, seed }: State): string {
    return pack(order, SIZES[size]!, seed)
  }

  protected decode(text: string): State | null {
    const [order, columns, seed] = unpack(text)
    const size = SIZES.indexOf(numbers(columns)?.[0] ?? NaN)
    const at = numbers(seed)?.[0]
    if (!order || !Object.hasOwn(ORDERS, order) || size < 0 || at === undefined)
      return null
    return { order: order as Order, size, seed: clamp(Math.round(at), 1, 999) }
  }

  protected build(): Node[] {
    this.chart.inside.append(this.truth, this.level, this.dots)
    this.chart.above.append(this.note)
    this.size.range(0, SIZES.length - 1, 1)
    const { x, y } = this.chart
    set(this.truth, {
      d: this.chart.line([
        [0, 0.5],
        [TABLES + 1, 0.5],
      ]),
    })
    set(this.note, { x: x(TABLES + 1) - 6, y: y(0) - 8 })
    this.note.textContent = "점선: 참값 0.5"
    return [
      this.order.node,
      div(
        "columns",
        div(
          "side",
          this.steps,
          this.size.node,
          div(
            "controls",
            button("다른 표로", () =>
              this.update({ seed: (this.state.seed % 999) + 1 }),
            ),
            button("처음으로", () => this.reset()),
          ),
        ),
        html(
          "div",
          {},
          html("p", { class: "readout" }, this.mean, this.leak),
          this.chart.node,
        ),
      ),
    ]
  }

  private scores({ order, size, seed }: State): number[] {
    const key = `${order},${size},${seed}`
    if (!this.kept.has(key)) {
      const tables = Array.from({ length: TABLES }, (_, i) =>
        noise(ROWS, SIZES[size]!, seed * TABLES + i),
      )
      this.kept.set(
        key,
        tables.map(({ X, y }) => accuracy(X, y, order === "before")),
      )
    }
    return this.kept.get(key)!
  }

  protected render() {
    const { order, size } = this.state
    const scores = this.scores(this.state)
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    const { x, y } = this.chart
    this.order.show(order)
    const columns = SIZES[size]!
    this.size.show(size, `${columns}개`)
    this.mean.textContent = `평균 ${show(mean)}`
    this.leak.textContent = order === "before" ? "누수 켜짐" : "누수 꺼짐"
    this.leak.className = order === "before" ? "bad" : ""
    const items = resize(this.steps, 3, () => html("li"))
    STEPS[order].forEach((text, i) => {
      items[i]!.textContent = text
      items[i]!.className = order === "before" && i === 0 ? "bad" : ""
    })
    set(this.level, {
      d: this.chart.line([
        [0, mean],
        [TABLES + 1, mean],
      ]),
    })
    const dots = resize(this.dots, TABLES, () => svg("circle", { r: 4.5 }))
    scores.forEach((score, i) => set(dots[i]!, { cx: x(i + 1), cy: y(score) }))
  }

  protected say(): string {
    const { order, size } = this.state
    return `${ORDERS[order]}. 후보 특성 ${SIZES[size]}개. 정확도 ${this.mean.textContent}, 참값 0.5`
  }
}

const STYLE = `
.columns { margin-top: .5rem; }
.columns svg { height: 260px; }
.side ol { margin: 0 0 .6rem; padding-inline-start: 1.3rem; min-height: 6.4em; }
.truth { fill: none; stroke: var(--c-text); stroke-dasharray: 4 4; }
.level { fill: none; stroke: var(--c0); stroke-width: 2; }
.dots circle { fill: var(--c0); fill-opacity: .7; }
.readout { margin: 0; }
.bad { color: var(--book-wrong); }
`

customElements.define("leak-switch", LeakSwitch)

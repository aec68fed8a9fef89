// <svm-margin>: 점을 끌면 가장 넓은 길과 서포트 벡터가 따라온다.

import { button, choice, slider } from "../../kit/controls.ts"
import { beside, div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { handle, place } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { Plot, type Range } from "../../kit/plot.ts"
import { edge, nearest, type Point, road, type Sample } from "./math.ts"

interface State {
  samples: Sample[]
  /** CS의 번호 */
  level: number
}

const CS = [0.01, 0.1, 1, 10, 100]
const X: Range = [-2, 8]
const Y: Range = [-1, 7]
const STEP: Point = [0.5, 0.5]
const FEWEST = 2
const MOST = 12
const NAMES = { five: "다섯 점", eight: "여덟 점" }
const SETS: Record<keyof typeof NAMES, Sample[]> = {
  five: both(
    [
      [1, 0],
      [1, 4],
      [0, 2],
    ],
    [
      [3, 2],
      [5, 3],
    ],
  ),
  eight: both(
    [
      [1, 1],
      [1, 4],
      [0, 3],
      [2, 5],
    ],
    [
      [4, 2],
      [5, 4],
      [6, 1],
      [3, 4.5],
    ],
  ),
}

function both(minus: Point[], plus: Point[]): Sample[] {
  return [
    ...minus.map((at) => ({ at, s: -1 as const })),
    ...plus.map((at) => ({ at, s: 1 as const })),
  ]
}

class SvmMargin extends Widget<State> {
  private readonly plot = new Plot({
    label: "두 무리와 길",
    x: X,
    y: Y,
    xLabel: "x₁",
    yLabel: "x₂",
    width: 340,
    height: 280,
  })
  private readonly band = svg("path", { class: "band" })
  private readonly lines = svg("g")
  private readonly rings = svg("g", { class: "rings" })
  private readonly points = svg("g")
  private readonly sets = choice("점", NAMES, (name) =>
    this.update({ samples: SETS[name] }),
  )
  private readonly cost = slider("벌의 세기 C", (level) => this.update({ level }))
  private readonly width = html("b")
  private readonly supports = html("b")
  private readonly gap = html("b")
  private readonly equation = html("span")
  private readonly note = html("span", { class: "soft" })
  private readonly plus = button("○ 더하기", () => this.insert(1))
  private readonly minus = button("□ 더하기", () => this.insert(-1))

  protected readonly look = STYLE

  protected start(): State {
    return { samples: SETS.five, level: CS.length - 1 }
  }

  protected encode({ samples, level }: State): string {
    return pack(
      level,
      samples.flatMap(({ at, s }) => [...at, s]),
    )
  }

  protected decode(text: string): State | null {
    const [level, values] = unpack(text).map(numbers)
    if (!level || !values || values.length % 3) return null
    const samples: Sample[] = []
    for (let i = 0; i < values.length; i += 3) {
      samples.push({
        at: [
          clamp(snap(values[i]!, 0.5), ...X),
          clamp(snap(values[i + 1]!, 0.5), ...Y),
        ],
        s: values[i + 2]! > 0 ? 1 : -1,
      })
    }
    if (samples.length < FEWEST || samples.length > MOST) return null
    return { samples, level: clamp(Math.round(level[0]!), 0, CS.length - 1) }
  }

  protected build(): Node[] {
    this.plot.inside.append(this.band, this.lines)
    this.plot.above.append(this.rings, this.points)
    this.lines.append(
      svg("path", { class: "edge" }),
      svg("path", { class: "centre" }),
      svg("path", { class: "edge" }),
    )
    this.cost.range(0, CS.length - 1, 1)
    return [
      this.sets.node,
      beside(
        this.plot.node,
        html(
          "p",
          { class: "readout" },
          html("span", {}, "길의 너비 2/‖w‖ ", this.width),
        ),
        html(
          "p",
          { class: "readout" },
          html("span", {}, "편이 다른 가장 가까운 두 점 ", this.gap),
        ),
        html(
          "p",
          { class: "readout" },
          html("span", {}, "서포트 벡터 ", this.supports),
        ),
        html("p", { class: "readout" }, this.equation),
        html("p", { class: "readout" }, this.note),
        this.cost.node,
      ),
      div(
        "controls",
        this.plus,
        this.minus,
        button("처음으로", () => this.reset()),
      ),
      hint(
        "점을 끈다. Tab으로 골라 화살표 키로도 움직이고, Delete로 점을 뺀다. 고리가 서포트 벡터다.",
      ),
    ]
  }

  private insert(s: 1 | -1) {
    const { samples } = this.state
    if (samples.length >= MOST) return
    const at: Point = s > 0 ? [6, 5] : [-1, 0]
    while (samples.some((p) => p.at[0] === at[0] && p.at[1] === at[1]))
      at[1] += s > 0 ? -0.5 : 0.5
    this.update({ samples: [...samples, { at, s }] })
  }

  private move(i: number, at: Point) {
    const samples = this.state.samples.map((p, k) => (k === i ? { ...p, at } : p))
    this.update({ samples })
  }

  private erase(i: number) {
    if (this.state.samples.length <= FEWEST) return
    this.update({ samples: this.state.samples.filter((_, k) => k !== i) })
  }

  private grip(i: number): SVGGElement {
    const s = this.state.samples[i]!.s
    const node = handle(s > 0 ? "point" : "square", {
      plot: this.plot,
      step: STEP,
      at: () => this.state.samples[i]!.at,
      move: (at) => this.move(i, at),
      remove: () => this.erase(i),
    })
    node.dataset.s = String(s)
    return node
  }

  protected render() {
    const { samples, level } = this.state
    const C = CS[level]!
    const found = road(samples, C)
    const names = Object.keys(SETS) as (keyof typeof SETS)[]
    this.sets.show(
      names.find((name) => JSON.stringify(SETS[name]) === JSON.stringify(samples)) ??
        ("" as keyof typeof SETS),
    )
    this.cost.show(level, show(C), `C ${show(C)}`)
    this.renderPoints(found?.support ?? [])
    const seen = found !== null && found.width < 40
    set(this.lines, { visibility: seen ? "visible" : "hidden" })
    set(this.band, { visibility: seen ? "visible" : "hidden" })
    if (found && seen) {
      const [low, middle, high] = [-1, 0, 1].map((l) => edge(found, l))
      set(this.band, { d: `${this.plot.line([...low!, ...high!.toReversed()])}Z` })
      ;[low, middle, high].forEach((ends, i) =>
        set(this.lines.children[i]!, { d: this.plot.line(ends!) }),
      )
    }
    // 두 무리의 힘이 서로 지우면 w가 0이고 길은 끝없이 넓다
    this.width.textContent = found
      ? show(found.width > 1e6 ? Infinity : found.width, 3)
      : "없음"
    this.gap.textContent = show(nearest(samples), 3)
    this.supports.textContent = found ? `${found.support.length}개` : "없음"
    const [w1, w2] = found?.w ?? [0, 0]
    this.equation.textContent = found
      ? `w = (${show(w1)}, ${show(w2)}), b = ${show(found.b)}`
      : "두 무리가 있어야 길을 낸다."
    this.note.textContent = found ? this.judge(found.w, found.b) : ""
    this.plus.disabled = this.minus.disabled = samples.length >= MOST
  }

  private judge(w: Point, b: number): string {
    const scores = this.state.samples.map(
      ({ at, s }) => s * (w[0] * at[0] + w[1] * at[1] + b),
    )
    const wrong = scores.filter((score) => score <= 1e-6).length
    const inside = scores.filter((score) => score < 1 - 1e-6).length
    if (!inside) return "길 안에 든 점이 없다."
    return `길 안에 든 점 ${inside}개, 그 가운데 틀린 쪽 ${wrong}개`
  }

  private renderPoints(support: number[]) {
    const { samples } = this.state
    const kept = [...this.points.children] as SVGGElement[]
    if (
      kept.length !== samples.length ||
      kept.some((n, i) => n.dataset.s !== String(samples[i]!.s))
    )
      this.points.replaceChildren(...samples.map((_, i) => this.grip(i)))
    samples.forEach(({ at, s }, i) => {
      const side = s > 0 ? "+쪽" : "−쪽"
      const held = support.includes(i) ? ", 서포트 벡터" : ""
      const node = this.points.children[i] as SVGGElement
      place(
        node,
        this.plot,
        at,
        `${side} 점 ${i + 1}`,
        `x₁ ${show(at[0])}, x₂ ${show(at[1])}${held}`,
      )
    })
    const rings = resize(this.rings, support.length, () => svg("circle", { r: 12 }))
    support.forEach((i, k) => {
      const [x, y] = samples[i]!.at
      set(rings[k]!, { cx: this.plot.x(x), cy: this.plot.y(y) })
    })
  }

  protected say(): string {
    return `길의 너비 ${this.width.textContent}, 서포트 벡터 ${this.supports.textContent}. ${this.note.textContent}`
  }
}

const STYLE = `
.columns { margin-top: .6rem; }
.columns > svg { height: 280px; }
.side { display: grid; align-content: start; }
.band { fill: var(--c5); fill-opacity: .14; }
.edge, .centre { fill: none; stroke: var(--c5); stroke-width: 2; }
.edge { stroke-dasharray: 5 4; }
.rings circle { fill: none; stroke: var(--c3); stroke-width: 2.5; pointer-events: none; }
.point path { fill: var(--c1); }
.square path { fill: var(--c0); }
`

customElements.define("svm-margin", SvmMargin)

// <two-distributions>: 두 분포의 막대를 끌면 엔트로피와 교차 엔트로피와 KL 발산이 움직인다.

import { button } from "../../kit/controls.ts"
import { div, hint, html, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { handle, place } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import { Plot } from "../../kit/plot.ts"
import { change, crossEntropy, divergence, entropy, oneHot } from "./math.ts"

const NAMES = ["가", "나", "다", "라"]
const SIDES = ["y", "p"] as const
type Side = (typeof SIDES)[number]
type State = Record<Side, number[]>
const SHIFT: Record<Side, number> = { y: 0.28, p: 0.72 }
const HALF = 0.2 // 막대 너비의 반
const WIDEST = 4 // 눈금의 오른쪽 끝, 비트

class TwoDistributions extends Widget<State> {
  private readonly plot = new Plot({
    label: "두 분포",
    x: [0, NAMES.length],
    y: [0, 1],
    xLabel: "",
    yLabel: "확률",
    width: 340,
    height: 270,
  })
  private readonly bars = this.each((side) => svg("path", { class: `bar ${side}` }))
  private readonly knobs = this.each((side, k) =>
    handle(side === "y" ? "point" : "square", {
      plot: this.plot,
      step: [1, 0.01],
      at: () => [k + SHIFT[side], this.state[side][k]!],
      move: ([, value]) => {
        const moved = change(this.state[side], k, value)
        this.update(side === "y" ? { y: moved } : { p: moved })
      },
    }),
  )
  private readonly ours = total("y", "p")
  private readonly theirs = total("p", "y")
  private readonly lengths = html("p", { class: "soft lengths" })

  protected readonly look = STYLE

  protected start(): State {
    return { y: [1 / 2, 1 / 4, 1 / 8, 1 / 8], p: [1 / 4, 1 / 8, 1 / 8, 1 / 2] }
  }

  protected encode({ y, p }: State): string {
    const short = (values: number[]) => values.map((v) => Number(v.toFixed(4)))
    return pack(short(y), short(p))
  }

  protected decode(text: string): State | null {
    const [y, p] = unpack(text).map((part) => {
      const values = numbers(part)?.map((v) => clamp(v, 0, 1))
      const sum = values?.reduce((a, b) => a + b, 0)
      if (values?.length !== NAMES.length || !sum) return null
      return values.map((v) => v / sum)
    })
    return y && p ? { y, p } : null
  }

  private each<T>(make: (side: Side, k: number) => T): Record<Side, T[]> {
    const row = (side: Side) => NAMES.map((_, k) => make(side, k))
    return { y: row("y"), p: row("p") }
  }

  protected build(): Node[] {
    this.plot.inside.append(...this.bars.y, ...this.bars.p)
    const bottom = this.plot.y(0)
    NAMES.forEach((name, k) => {
      const at = { x: this.plot.x(k + 0.5), y: bottom + 30, class: "middle case" }
      this.plot.above.append(svg("text", at, name))
      for (const side of SIDES) {
        const below = {
          x: this.plot.x(k + SHIFT[side]),
          y: bottom + 14,
          class: "middle side",
        }
        this.plot.above.append(svg("text", below, side))
      }
      this.plot.above.append(this.knobs.y[k]!, this.knobs.p[k]!)
    })
    return [
      div(
        "columns",
        this.plot.node,
        div("totals", this.ours.node, this.theirs.node, this.lengths),
      ),
      div(
        "controls",
        button("y와 p 바꾸기", () => this.update({ y: this.state.p, p: this.state.y })),
        button("p를 y에 맞추기", () => this.update({ p: this.state.y })),
        button("y를 한 칸으로", () => this.update({ y: oneHot(this.state.y) })),
        button("처음으로", () => this.reset()),
      ),
      hint(
        "막대의 끝을 위아래로 끈다. Tab으로 골라 화살표 키로도 움직인다. 나머지 막대는 합이 1이 되게 따라온다.",
      ),
    ]
  }

  protected render() {
    const { y, p } = this.state
    for (const side of SIDES) {
      this.state[side].forEach((value, k) => {
        const x = k + SHIFT[side]
        const [left, right] = [this.plot.x(x - HALF), this.plot.x(x + HALF)]
        set(this.bars[side][k]!, {
          d: `M${left},${this.plot.y(0)}V${this.plot.y(value)}H${right}V${this.plot.y(0)}Z`,
        })
        const label = `${side}의 ${NAMES[k]}`
        place(this.knobs[side][k]!, this.plot, [x, value], label, show(value, 3))
      })
    }
    this.ours.show(y, p)
    this.theirs.show(p, y)
    const bits = p.map((value, k) => `${NAMES[k]} ${show(-Math.log2(value))}`)
    this.lengths.textContent = `p로 잰 정보량(비트): ${bits.join(", ")}`
  }

  protected say(): string {
    return `${this.ours.text()}. ${this.theirs.text()}.`
  }
}

/** 앞이 정답일 때: 엔트로피에 KL 발산을 더하면 교차 엔트로피다. */
function total(a: Side, b: Side) {
  const own = html("span", { class: `part ${a}` })
  const extra = html("span", { class: "part extra" })
  const told = html("p", { class: "sum" })
  const node = div(
    "total",
    html("p", { class: "title" }, `${a}가 정답일 때`),
    html("div", { class: "stack", "aria-hidden": "true" }, own, extra),
    told,
  )
  return {
    node,
    text: () => told.textContent!,
    show(y: number[], p: number[]) {
      const [H, D] = [entropy(y), divergence(y, p)]
      own.style.setProperty("--part", String(H / WIDEST))
      extra.style.setProperty("--part", String(clamp(D, 0, WIDEST - H) / WIDEST))
      told.textContent =
        `H(${a}) ${show(H, 3)} + D(${a}‖${b}) ${show(D, 3)} = H(${a}, ${b}) ` +
        show(crossEntropy(y, p), 3)
    },
  }
}

const STYLE = `
.columns > svg { height: 270px; }
.axes .middle { display: none; }
.case { fill: var(--c-text); }
svg text.side { fill: var(--book-soft); font-size: 11px; }
.bar { fill-opacity: .55; stroke-width: 1.5; }
.bar.y { fill: var(--c0); stroke: var(--c0); }
.bar.p { fill: var(--c1); stroke: var(--c1); fill-opacity: .3; stroke-dasharray: 4 3; }
.point path { fill: var(--c0); }
.square path { fill: var(--c1); }
.totals { display: grid; align-content: center; gap: .8rem; }
.total .title, .total .sum, .lengths { margin: 0; }
.stack { display: flex; height: 1.2rem; border: 1px solid var(--c-grid); border-radius: .2rem; overflow: hidden; }
.part { width: calc(var(--part) * 100%); }
.part.y { background: var(--c0); }
.part.p { background: var(--c1); }
.part.extra { background: repeating-linear-gradient(45deg, var(--c3) 0 3px, transparent 3px 6px); }
`

customElements.define("two-distributions", TwoDistributions)

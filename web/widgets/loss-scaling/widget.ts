// <loss-scaling>: 표준화하기 전과 뒤의 손실 지도를 나란히 놓고 같은 경사 하강법으로 걷는다.

import { contours } from "../../kit/contour.ts"
import { Player, slider } from "../../kit/controls.ts"
import { div, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { Plot, type Range } from "../../kit/plot.ts"
import {
  arrival,
  bottom,
  conditionNumber,
  descend,
  type Features,
  loss,
  type Point,
} from "./math.ts"

interface State {
  spread: number
  rho: number
  /** 학습률이 경계 2/λ의 몇 %인가 */
  part: number
  /** 몇 걸음까지 보이는가 */
  shown: number
}

const SPREAD: Range = [1, 10]
const RHO: Range = [0, 0.9]
const PART: Range = [5, 105]
const STEPS = 100
const X: Range = [-1, 9]
const Y: Range = [-3, 7]
const LEVELS = [2, 5, 10, 20, 35, 60]

class LossScaling extends Widget<State> {
  private readonly raw = new Side("표준화 전", "표준화 전의 손실 지도")
  private readonly scaled = new Side("표준화 후", "표준화 후의 손실 지도")
  private readonly spread = slider("층수의 표준 편차", (spread) =>
    this.update({ spread }),
  )
  private readonly rho = slider("두 특성의 상관계수", (rho) => this.update({ rho }))
  private readonly rate = slider("학습률 (경계의 %)", (part) => this.update({ part }))
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.go(this.state.shown + by),
    reset: () => this.reset(),
    pause: 160,
    names: ["한 걸음", "뒤로"],
  })
  /** 무엇인가 바꾼 뒤로 아직 걷지 않았다. 재생은 출발점부터 걷는다 */
  private fresh = true

  protected readonly look = STYLE

  protected start(): State {
    return { spread: 10, rho: 0, part: 75, shown: 20 }
  }

  protected encode({ spread, rho, part, shown }: State): string {
    return pack(spread, rho, part, shown)
  }

  protected decode(text: string): State | null {
    const values = unpack(text).map(numbers)
    if (values.length !== 4 || values.some((v) => v?.length !== 1)) return null
    const [spread, rho, part, shown] = values.map((v) => v![0]!) as [
      number,
      number,
      number,
      number,
    ]
    return {
      spread: clamp(snap(spread, 0.5), ...SPREAD),
      rho: clamp(snap(rho, 0.05), ...RHO),
      part: clamp(snap(part, 5), ...PART),
      shown: clamp(Math.round(shown), 0, STEPS),
    }
  }

  protected build(): Node[] {
    this.spread.range(...SPREAD, 0.5)
    this.rho.range(...RHO, 0.05)
    this.rate.range(...PART, 5)
    return [
      div("columns", this.raw.node, this.scaled.node),
      div("sliders", this.spread.node, this.rho.node, this.rate.node),
      this.player.node,
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  private go(shown: number) {
    this.update({ shown: clamp(shown, 0, STEPS) })
    this.fresh = false
  }

  private walk(): boolean {
    const t = this.fresh || this.state.shown >= STEPS ? 0 : this.state.shown + 1
    this.update({ shown: t })
    this.fresh = false
    return t < STEPS
  }

  protected update(change: Partial<State>) {
    this.fresh = true
    super.update(change)
  }

  protected render() {
    const { spread, rho, part, shown } = this.state
    this.raw.render({ spread, rho }, part / 100, shown)
    this.scaled.render({ spread: 1, rho }, part / 100, shown)
    this.spread.show(spread, show(spread, 1))
    this.rho.show(rho, show(rho))
    this.rate.show(part, `${part}%`)
    this.player.show(shown > 0, shown < STEPS)
  }

  protected say(): string {
    return `${this.raw.say()} ${this.scaled.say()}`
  }
}

/** 지도 한 장과 그 위의 글 */
class Side {
  readonly node: HTMLElement
  private readonly name: string
  private readonly plot: Plot
  private readonly rings = svg("g")
  private readonly trace = svg("path", { class: "trace" })
  private readonly dots = svg("g", { class: "dots" })
  private readonly star = svg("path", { class: "bottom", d: STAR })
  private readonly kappa = html("span")
  private readonly need = html("span")
  private readonly where = html("p", { class: "soft where" })

  constructor(name: string, label: string) {
    this.name = name
    this.plot = new Plot({
      label,
      x: X,
      y: Y,
      xLabel: "거리의 가중치 w₁",
      yLabel: "층수의 가중치 w₂",
      width: 320,
      height: 290,
    })
    this.plot.inside.append(this.rings, this.trace, this.dots)
    this.plot.above.append(this.star)
    const readout = html("p", { class: "readout" }, name, this.kappa, this.need)
    this.node = html("div", {}, readout, this.plot.node, this.where)
  }

  render(features: Features, part: number, shown: number) {
    const drawn = `${features.spread},${features.rho}`
    if (this.rings.dataset.drawn !== drawn) {
      const paths = contours(this.plot, (w1, w2) => loss(features, [w1, w2]), LEVELS)
      this.rings.dataset.drawn = drawn
      this.rings.replaceChildren(
        ...paths.map((d) => svg("path", { d, class: "contour" })),
      )
    }
    const path = descend(features, part, shown)
    set(this.trace, { d: this.plot.line(path) })
    const dots = resize(this.dots, path.length, () => svg("circle", { r: 2.6 }))
    path.forEach(([w1, w2], i) => {
      set(dots[i]!, { cx: far(this.plot.x(w1)), cy: far(this.plot.y(w2)) })
    })
    const [b1, b2] = bottom(features)
    set(this.star, { transform: `translate(${this.plot.x(b1)},${this.plot.y(b2)})` })
    const steps = arrival(features, part)
    this.kappa.replaceChildren("κ ", html("b", {}, show(conditionNumber(features), 1)))
    this.need.textContent =
      steps === Infinity ? "닿지 못한다" : `${steps}걸음이면 닿는다`
    const at = path.at(-1) as Point
    this.where.textContent = `${shown}걸음: (${show(at[0], 3)}, ${show(at[1], 3)}), MSE ${show(loss(features, at))}`
  }

  say(): string {
    const text = `${this.kappa.textContent}, ${this.need.textContent}`
    return `${this.name} ${text}. ${this.where.textContent}.`
  }
}

/** 화면 밖 멀리 간 점. 너무 큰 수는 그리는 쪽에서 다루지 못한다 */
function far(pixel: number): number {
  return clamp(pixel, -1e4, 1e4)
}

const STAR =
  "M0,-9L2.6,-3.2L8.6,-2.8L4,1.2L5.4,7.3L0,4L-5.4,7.3L-4,1.2L-8.6,-2.8L-2.6,-3.2Z"

const STYLE = `
.columns svg { height: 290px; }
.readout, .where { margin: 0; }
.sliders { display: grid; gap: .2rem 1rem; margin-top: .4rem; }
@container (min-width: 600px) { .sliders { grid-template-columns: 1fr 1fr 1fr; } }
.trace { fill: none; stroke: var(--c0); stroke-width: 2; stroke-linejoin: round; }
.dots circle { fill: var(--c0); }
.bottom { fill: var(--c2); stroke: var(--book-paper); pointer-events: none; }
`

customElements.define("loss-scaling", LossScaling)

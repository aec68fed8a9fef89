// <optimizer-race>: 같은 출발점에서 옵티마이저 여섯이 달린다. 땅과 학습률의 배수를 고른다.

import { contours } from "../../kit/contour.ts"
import { button, choice, Player, slider } from "../../kit/controls.ts"
import { beside, div, hint, html, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { handle, place } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { Plot } from "../../kit/plot.ts"
import {
  LANDS,
  type LandName,
  type Point,
  RACERS,
  RATES,
  type Racer,
  race,
  STARTS,
  shake,
} from "./math.ts"

const NAMES: Record<LandName, string> = {
  ravine: "골짜기",
  tilted: "기운 골짜기",
  saddle: "안장",
  noisy: "잡음 그릇",
}
const PLANS = { same: "학습률 그대로", cosine: "코사인" }
/** 이름, 빛깔, 끝점의 모양, 선의 무늬. 빛깔만으로 가리지 않는다 */
const LOOKS: Record<Racer, [string, string, string, string]> = {
  sgd: ["SGD", "var(--c5)", "M-5,0A5,5,0,1,1,5,0A5,5,0,1,1,-5,0Z", ""],
  momentum: ["모멘텀", "var(--c0)", "M-5,-5H5V5H-5Z", ""],
  nesterov: ["네스테로프", "var(--c2)", "M0,-7L7,0L0,7L-7,0Z", "6 3"],
  adagrad: ["AdaGrad", "var(--c3)", "M0,-6L6,5H-6Z", ""],
  rmsprop: ["RMSProp", "var(--c1)", "M0,6L6,-5H-6Z", "6 3"],
  adam: ["Adam", "var(--c-text)", "M-2,-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z", "2 3"],
}
const LEVELS: Record<LandName, number[]> = {
  ravine: [2, 10, 40, 110, 240, 450],
  tilted: [2, 10, 40, 110, 240, 450],
  saddle: [0.2, 0.6, 1, 2, 6, 20, 60, 140],
  noisy: [0.5, 2, 5, 10, 20, 35, 55],
}
const BOTTOMS: Record<LandName, Point[]> = {
  ravine: [[0, 0]],
  tilted: [[0, 0]],
  saddle: [
    [0, 2],
    [0, -2],
  ],
  noisy: [[0, 0]],
}
const EDGE = 5
const STEPS = 100
const FIRST = 30 // 처음에 보이는 걸음 수
const LOW = -8 // 높이의 상용로그를 여기까지 그린다
const ALL = 2 ** RACERS.length - 1

interface State {
  land: LandName
  start: Point
  /** 학습률에 2의 몇 제곱을 곱하는가 */
  scale: number
  momentum: number
  shown: number
  /** 달리는 것의 자리마다 1인 이진수 */
  on: number
  seed: number
  plan: keyof typeof PLANS
}

class OptimizerRace extends Widget<State> {
  private readonly map = new Plot({
    label: "등고선 지도",
    x: [-EDGE, EDGE],
    y: [-EDGE, EDGE],
    xLabel: "w₁",
    yLabel: "w₂",
    width: 320,
    height: 320,
  })
  private readonly rise = new Plot({
    label: "걸음마다의 높이",
    x: [0, STEPS],
    y: [LOW, 4],
    xLabel: "걸음",
    yLabel: "높이의 상용로그",
    height: 190,
    ticks: 5,
  })
  private readonly rings = svg("g")
  private readonly bottoms = svg("g")
  private readonly now = svg("path", { class: "now" })
  private readonly lanes = RACERS.map((racer, i) => this.lane(racer, i))
  private readonly knob = handle("point", {
    plot: this.map,
    step: [0.1, 0.1],
    at: () => this.state.start,
    move: (start) => this.update({ start }),
  })
  private readonly lands = choice("땅", NAMES, (land) => {
    this.player.stop()
    this.update({ land, start: STARTS[land] })
  })
  private readonly plans = choice("스케줄", PLANS, (plan) => this.update({ plan }))
  private readonly scale = slider("학습률의 배수", (scale) => this.update({ scale }))
  private readonly momentum = slider("모멘텀 μ와 β₁", (momentum) =>
    this.update({ momentum }),
  )
  private readonly again = button("다른 잡음", () =>
    this.update({ seed: (this.state.seed + 1) % 100 }),
  )
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.update({ shown: clamp(this.state.shown + by, 0, STEPS) }),
    reset: () => this.reset(),
    pause: 90,
    names: ["한 걸음", "뒤로"],
  })
  private readonly where = html("p", { class: "readout" })

  private lane(racer: Racer, i: number) {
    const [name, colour, shape, dash] = LOOKS[racer]
    const style = `stroke: ${colour}; stroke-dasharray: ${dash || "none"}`
    const box = html("input", { type: "checkbox" })
    box.addEventListener("change", () => this.update({ on: this.state.on ^ (1 << i) }))
    const value = html("span", { class: "value" })
    const mark = svg(
      "svg",
      { viewBox: "-8 -8 16 16", class: "mark", "aria-hidden": "true" },
      svg("path", { d: shape, fill: colour }),
    )
    const label = html("label", {}, box, mark, html("span", {}, name), value)
    return {
      racer,
      name,
      box,
      value,
      label,
      trace: svg("path", { class: "trace", style }),
      heights: svg("path", { class: "trace", style }),
      head: svg("path", { class: "head", d: shape, fill: colour }),
    }
  }

  protected readonly look = STYLE

  protected start(): State {
    return {
      land: "ravine",
      start: STARTS.ravine,
      scale: 0,
      momentum: 0.9,
      shown: FIRST,
      on: ALL,
      seed: 0,
      plan: "same",
    }
  }

  protected encode(s: State): string {
    const rest = [s.scale, s.momentum, s.shown, s.on, s.seed]
    return pack(s.land, s.start, rest, s.plan)
  }

  protected decode(text: string): State | null {
    const [land, at, rest, plan] = unpack(text)
    if (!land || !Object.hasOwn(LANDS, land) || !plan || !Object.hasOwn(PLANS, plan))
      return null
    const start = numbers(at)
    const values = numbers(rest)
    if (start?.length !== 2 || values?.length !== 5) return null
    const [scale, momentum, shown, on, seed] = values as [
      number,
      number,
      number,
      number,
      number,
    ]
    return {
      land: land as LandName,
      start: start.map((value) => clamp(snap(value, 0.01), -EDGE, EDGE)) as Point,
      scale: clamp(Math.round(scale), -3, 3),
      momentum: clamp(snap(momentum, 0.05), 0, 0.95),
      shown: clamp(Math.round(shown), 0, STEPS),
      on: clamp(Math.round(on), 0, ALL),
      seed: clamp(Math.round(seed), 0, 99),
      plan: plan as State["plan"],
    }
  }

  protected build(): Node[] {
    const lanes = this.lanes
    this.map.inside.append(this.rings, this.bottoms, ...lanes.map((lane) => lane.trace))
    this.map.inside.append(...lanes.map((lane) => lane.head))
    this.map.above.append(this.knob)
    this.rise.inside.append(this.now, ...lanes.map((lane) => lane.heights))
    this.map.ground.addEventListener("click", (event) => {
      const start = this.map.at(event).map((v) => clamp(snap(v, 0.1), -EDGE, EDGE))
      this.update({ start: start as Point })
    })
    this.scale.range(-3, 3, 1)
    this.momentum.range(0, 0.95, 0.05)
    return [
      this.lands.node,
      beside(
        this.map.node,
        this.where,
        this.rise.node,
        html(
          "div",
          { class: "lanes", role: "group", "aria-label": "달리는 것" },
          ...lanes.map((lane) => lane.label),
        ),
        div("pair", this.scale.node, this.momentum.node),
      ),
      div("bottom-row", this.player.node, div("controls", this.plans.node, this.again)),
      hint(
        "지도를 누르거나 둥근 점을 끌어 출발점을 고른다. Tab으로 골라 화살표 키로도 움직인다.",
      ),
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  private walk(): boolean {
    const shown = this.state.shown >= STEPS ? 0 : this.state.shown + 1
    this.update({ shown })
    return shown < STEPS
  }

  protected render() {
    const { land, start, scale, momentum, shown, on, seed, plan } = this.state
    const noise = shake(land, seed, STEPS)
    this.lands.show(land)
    this.plans.show(plan)
    this.again.hidden = land !== "noisy"
    this.renderGround()
    this.lanes.forEach((lane, i) => {
      const lr = RATES[land][lane.racer] * 2 ** scale
      const decay = plan === "cosine"
      const whole = race({ land, racer: lane.racer, start, lr, momentum, noise, decay })
      const path = whole.slice(0, shown + 1)
      const lost = path.length <= shown
      const visible = Boolean(on & (1 << i))
      const heights = path.map(
        (w, t): Point => [t, Math.max(LOW, Math.log10(LANDS[land].height(w) || 1e-99))],
      )
      const [x, y] = path.at(-1)!
      set(lane.trace, {
        d: this.map.line(path),
        visibility: visible ? "visible" : "hidden",
      })
      set(lane.heights, {
        d: this.rise.line(heights),
        visibility: visible ? "visible" : "hidden",
      })
      set(lane.head, {
        transform: `translate(${this.map.x(clamp(x, -99, 99))},${this.map.y(clamp(y, -99, 99))})`,
        visibility: visible ? "visible" : "hidden",
      })
      lane.box.checked = visible
      lane.value.textContent = lost ? "발산" : small(LANDS[land].height(path.at(-1)!))
      set(lane.label, { title: `학습률 ${show(lr, 6)}` })
    })
    set(this.now, {
      d: this.rise.line([
        [shown, LOW],
        [shown, 4],
      ]),
    })
    const times = show(2 ** scale, 3)
    this.scale.show(scale, `×${times}`, `${times}배`)
    this.momentum.show(momentum, show(momentum))
    this.where.textContent = `${shown}걸음 뒤의 높이`
    const text = `w₁ ${show(start[0])}, w₂ ${show(start[1])}`
    place(this.knob, this.map, start, "출발점", text)
    this.player.show(shown > 0, shown < STEPS)
  }

  private renderGround() {
    const { land } = this.state
    if (this.rings.dataset.drawn === land) return
    this.rings.dataset.drawn = land
    const paths = contours(this.map, (x, y) => LANDS[land].height([x, y]), LEVELS[land])
    this.rings.replaceChildren(
      ...paths.map((d) => svg("path", { d, class: "contour" })),
    )
    this.bottoms.replaceChildren(
      ...BOTTOMS[land].map(([x, y]) =>
        svg("path", {
          d: STAR,
          class: "bottom",
          transform: `translate(${this.map.x(x)},${this.map.y(y)})`,
        }),
      ),
    )
  }

  protected say(): string {
    const lanes = this.lanes.filter((lane) => lane.box.checked)
    const heights = lanes.map((lane) => `${lane.name} ${lane.value.textContent}`)
    return `${this.where.textContent}: ${heights.join(", ")}`
  }
}

/** 높이. 아주 작은 수는 10의 거듭제곱으로 */
function small(value: number): string {
  if (value < 1e-12) return "0"
  if (value >= 0.001) return show(value, value < 1 ? 3 : 2)
  return value.toExponential(0).replace("-", "−")
}

const STAR =
  "M0,-9L2.6,-3.2L8.6,-2.8L4,1.2L5.4,7.3L0,4L-5.4,7.3L-4,1.2L-8.6,-2.8L-2.6,-3.2Z"

const STYLE = `
.columns { margin-top: .6rem; }
.columns > svg { height: 320px; }
.side svg { height: 190px; }
.side .readout { margin: 0; }
.side { display: grid; align-content: start; }
.lanes { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; }
.lanes label { display: flex; align-items: center; gap: .3rem; min-height: 1.45rem; cursor: pointer; }
.lanes input { margin: 0; accent-color: var(--book-accent); }
.lanes .value { margin-inline-start: auto; font-weight: 700; }
.side svg.mark { flex: none; width: .8rem; height: .8rem; }
.mark path { stroke: none; }
.pair { display: flex; gap: 1rem; margin-top: .3rem; }
.bottom-row { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
.trace { fill: none; stroke-width: 2; stroke-linejoin: round; }
.head { stroke: var(--book-paper); stroke-width: 1; }
.now { fill: none; stroke: var(--c-axis); stroke-dasharray: 2 3; }
.bottom { fill: none; stroke: var(--c-text); }
.point path { fill: var(--book-accent); }
`

customElements.define("optimizer-race", OptimizerRace)

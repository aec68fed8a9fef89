// <gradient-map>: 등고선 위를 경사 하강법으로 걷는다. 출발점과 학습률을 고른다.

import { contours } from "../../kit/contour.ts"
import { choice, Player, slider } from "../../kit/controls.ts"
import { beside, div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { handle, place } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { Plot, type Range } from "../../kit/plot.ts"
import {
  curvatures,
  gradientDescent,
  himmelblau,
  type Landscape,
  type Point,
  pace,
  quadratic,
  rateLimit,
  steepPart,
  tilted,
} from "./math.ts"

const NAMES = {
  bowl: "그릇",
  tilted: "기울어진 그릇",
  saddle: "안장",
  himmelblau: "네 골짜기",
}
type Name = keyof typeof NAMES

interface State {
  land: Name
  start: Point
  rate: number
  /** 몇 걸음까지 보이는가 */
  shown: number
  gentle: number
  steep: number
}

interface Place {
  start: Point
  rate: number
  /** 학습률의 처음, 끝, 눈금 */
  rates: [number, number, number]
  levels: number[]
}

const SQUARES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const BOWL = { rates: [0.005, 0.45, 0.005], levels: SQUARES.map((k) => 1.5 * k * k) }
const PLACES: Record<Name, Place> = {
  bowl: { start: [4, 1], rate: 0.1, ...BOWL } as Place,
  tilted: { start: [1, 0.5], rate: 0.1, ...BOWL } as Place,
  saddle: {
    start: [-4, 0.1],
    rate: 0.1,
    rates: [0.01, 1.2, 0.01],
    levels: [-16, -9, -4, -1, 0, 1, 4, 9, 16],
  },
  himmelblau: {
    start: [0, 0],
    rate: 0.01,
    rates: [0.0005, 0.03, 0.0005],
    levels: [3, 10, 25, 50, 80, 110, 150, 200, 260, 340, 450, 600],
  },
}
const EDGE = 5
const STEPS = 100
const ARRIVED = 0.001 // 한 걸음이 이보다 짧으면 재생을 멈춘다
const FIRST = 12 // 처음에 보이는 걸음 수. 본문의 그림과 같다
const GENTLE: Range = [1, 5]
const STEEP: Range = [5, 20]

class GradientMap extends Widget<State> {
  private readonly map = new Plot({
    label: "등고선 지도",
    x: [-EDGE, EDGE],
    y: [-EDGE, EDGE],
    xLabel: "x₁",
    yLabel: "x₂",
    width: 320,
    height: 320,
  })
  private readonly rise = new Plot({
    label: "걸음마다의 높이",
    x: [0, FIRST],
    y: [0, 1],
    xLabel: "걸음",
    yLabel: "높이",
    height: 170,
    ticks: 4,
  })
  private readonly rings = svg("g")
  private readonly bottoms = svg("g")
  private readonly trace = svg("path", { class: "trace" })
  private readonly dots = svg("g", { class: "dots" })
  private readonly heights = svg("path", { class: "trace" })
  private readonly now = svg("circle", { class: "now", r: 5 })
  private readonly knob = handle("point", {
    plot: this.map,
    step: [0.1, 0.1],
    at: () => this.state.start,
    move: (start) => this.update({ start }),
  })
  private readonly lands = choice("땅", NAMES, (land) => {
    const { start, rate } = PLACES[land]
    this.player.stop()
    this.update({ land, start, rate, shown: FIRST })
  })
  private readonly rate = slider("학습률 η", (rate) => this.update({ rate }))
  private readonly gentle = slider("완만한 쪽의 곡률", (gentle) =>
    this.update({ gentle }),
  )
  private readonly steep = slider("가파른 쪽의 곡률", (steep) => this.update({ steep }))
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.go(this.state.shown + by),
    reset: () => this.reset(),
    pause: 160,
    names: ["한 걸음", "뒤로"],
  })
  private readonly verdict = html("b")
  private readonly why = html("span", { class: "why" })
  private readonly where = html("span")
  private path: Point[] = []
  /** 무엇인가 바꾼 뒤로 아직 걷지 않았다. 재생은 출발점부터 걷는다 */
  private fresh = true

  protected readonly look = STYLE

  protected start(): State {
    const { start, rate } = PLACES.bowl
    return { land: "bowl", start, rate, shown: FIRST, gentle: 1, steep: 10 }
  }

  protected encode({ land, start, rate, shown, gentle, steep }: State): string {
    return pack(land, start, rate, shown, [gentle, steep])
  }

  protected decode(text: string): State | null {
    const [land, ...rest] = unpack(text)
    if (!land || !Object.hasOwn(PLACES, land)) return null
    const [start, rate, shown, curves] = rest.map(numbers)
    if (start?.length !== 2 || !rate || !shown || curves?.length !== 2) return null
    const [low, high, step] = PLACES[land as Name].rates
    return {
      land: land as Name,
      start: start.map((value) => clamp(snap(value, 0.1), -EDGE, EDGE)) as Point,
      rate: clamp(snap(rate[0]!, step), low, high),
      shown: clamp(Math.round(shown[0]!), 0, STEPS),
      gentle: clamp(Math.round(curves[0]!), ...GENTLE),
      steep: clamp(Math.round(curves[1]!), ...STEEP),
    }
  }

  protected build(): Node[] {
    this.map.inside.append(this.rings, this.bottoms, this.trace, this.dots)
    this.map.above.append(this.knob)
    this.rise.inside.append(this.heights, this.now)
    this.map.ground.addEventListener("click", (event) => {
      const start = this.map.at(event).map((v) => clamp(snap(v, 0.1), -EDGE, EDGE))
      this.update({ start: start as Point })
    })
    this.gentle.range(...GENTLE, 1)
    this.steep.range(...STEEP, 1)
    return [
      this.lands.node,
      beside(
        this.map.node,
        html("p", { class: "readout" }, this.verdict, this.where),
        this.why,
        this.rise.node,
        this.rate.node,
        div("pair", this.gentle.node, this.steep.node),
      ),
      this.player.node,
      hint(
        "지도를 누르거나 둥근 점을 끌어 출발점을 고른다. Tab으로 골라 화살표 키로도 움직인다.",
      ),
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  private go(shown: number) {
    this.update({ shown: clamp(shown, 0, this.path.length - 1) })
    this.fresh = false
  }

  private walk(): boolean {
    const last = this.path.length - 1
    const t = this.fresh || this.state.shown >= last ? 0 : this.state.shown + 1
    this.update({ shown: t })
    this.fresh = false
    if (t === last) return false
    const [here, there] = [this.path[t]!, this.path[t + 1]!]
    return Math.hypot(there[0] - here[0], there[1] - here[1]) > ARRIVED
  }

  protected update(change: Partial<State>) {
    this.fresh = true
    super.update(change)
  }

  private get landscape(): Landscape {
    const { land, gentle, steep } = this.state
    if (land === "himmelblau") return himmelblau
    if (land === "saddle")
      return quadratic([
        [2, 0],
        [0, -2],
      ])
    return quadratic(
      land === "tilted"
        ? tilted(gentle, steep)
        : [
            [gentle, 0],
            [0, steep],
          ],
    )
  }

  protected render() {
    const { land, start, rate, gentle, steep } = this.state
    const ground = this.landscape
    const place_ = PLACES[land]
    this.path = gradientDescent(ground, start, rate, STEPS)
    const shown = Math.min(this.state.shown, this.path.length - 1)
    const path = this.path.slice(0, shown + 1)
    const bottom = this.bottom(ground)
    const curved = land === "bowl" || land === "tilted"

    this.lands.show(land)
    this.renderMap(ground, path, place_)
    this.renderRise(ground, path)
    const [low, high, step] = place_.rates
    const limit = rateLimit(ground.hessian(bottom))
    const { name, why } = this.judge(ground, bottom)
    this.rate.range(low, high, step)
    this.rate.show(
      rate,
      show(rate, 4),
      `${show(rate, 4)}, ${name}, 경계 ${show(limit, 4)}`,
    )
    this.rate.mark(limit, `2/L = ${show(limit, 4)}`)
    for (const [control, value] of [
      [this.gentle, gentle],
      [this.steep, steep],
    ] as const) {
      control.node.style.visibility = curved ? "" : "hidden"
      control.show(value, String(value))
    }
    this.verdict.textContent = name
    this.verdict.className = name
    this.why.textContent = why
    const [x1, x2] = path.at(-1)!
    this.where.textContent = `${shown}걸음: (${show(x1)}, ${show(x2)}), 높이 ${show(ground.height([x1, x2]), 4)}`
    this.player.show(shown > 0, shown < this.path.length - 1)
  }

  private renderMap(ground: Landscape, path: Point[], { levels }: Place) {
    const { land, gentle, steep, start } = this.state
    const drawn = `${land},${gentle},${steep}`
    if (this.rings.dataset.drawn !== drawn) {
      const paths = contours(this.map, (x1, x2) => ground.height([x1, x2]), levels)
      this.rings.dataset.drawn = drawn
      this.rings.replaceChildren(
        ...paths.map((d, i) =>
          svg("path", { d, class: levels[i]! < 0 ? "contour below" : "contour" }),
        ),
      )
      this.bottoms.replaceChildren(
        ...BOTTOMS[land].map(([x1, x2]) =>
          svg("path", {
            d: STAR,
            class: "bottom",
            transform: `translate(${this.map.x(x1)},${this.map.y(x2)})`,
          }),
        ),
      )
    }
    set(this.trace, { d: this.map.line(path) })
    const dots = resize(this.dots, path.length, () => svg("circle", { r: 2.6 }))
    path.forEach(([x1, x2], i) => {
      set(dots[i]!, { cx: far(this.map.x(x1)), cy: far(this.map.y(x2)) })
    })
    const text = `x₁ ${show(start[0])}, x₂ ${show(start[1])}`
    place(this.knob, this.map, start, "출발점", text)
  }

  private renderRise(ground: Landscape, path: Point[]) {
    const heights = path.map((x) => ground.height(x))
    const top = Math.max(1, Math.min(Math.max(...heights), 20 * heights[0]!)) * 1.1
    const low = Math.max(Math.min(0, ...heights), -top)
    this.rise.range([0, Math.max(FIRST, path.length - 1) * 1.03], [low, top])
    const points = heights.map((height, t): Point => [t, height])
    const [t, height] = points.at(-1)!
    set(this.heights, { d: this.rise.line(points) })
    set(this.now, { cx: this.rise.x(t), cy: far(this.rise.y(height)) })
  }

  /** 출발점에서 조금씩 내려가면 닿는 바닥. 경계 2/L은 그곳의 곡률로 정한다. */
  private bottom(ground: Landscape): Point {
    if (this.state.land !== "himmelblau") return [0, 0]
    return gradientDescent(ground, this.state.start, 0.002, 3000).at(-1)!
  }

  /** 무슨 일이 일어나는지와 그 까닭 */
  private judge(ground: Landscape, bottom: Point): { name: string; why: string } {
    const { land, start, rate } = this.state
    const A = ground.hessian(bottom)
    const [small, L] = curvatures(A)
    const factor = (curvature: number) => show(1 - rate * curvature, 3)
    if (land === "himmelblau") {
      const end = this.path.at(-1)!
      const lost = this.path.length <= STEPS || Math.hypot(...end) > 100
      if (lost)
        return { name: "발산", why: "비탈이 너무 가팔라 지도 밖으로 튕겨 나갔다." }
      const reached = BOTTOMS.himmelblau.some(
        (b) => Math.hypot(b[0] - end[0], b[1] - end[1]) < 0.05,
      )
      if (!reached)
        return { name: "맴돎", why: `${STEPS}걸음이 지나도 바닥에 들지 못했다.` }
      const here = curvatures(ground.hessian(end))[1]
      const moved = Math.hypot(bottom[0] - end[0], bottom[1] - end[1]) > 0.1
      const why = moved
        ? "처음 골짜기를 건너뛰어 다른 바닥에 닿았다."
        : "처음 골짜기의 바닥에 닿았다."
      return { name: pace(rate, here), why }
    }
    if (land === "saddle") {
      if (start[1] === 0 && rate * L < 2 - 1e-9)
        return {
          name: "갇힘",
          why: `x₂가 정확히 0이라 안장점으로 간다. 배율 ${factor(L)}`,
        }
      if (start[1] === 0)
        return { name: pace(rate, L), why: `x₁ 쪽의 배율 ${factor(L)}` }
      const why = `x₁ 쪽의 배율 ${factor(L)}, x₂ 쪽 ${factor(small)}. x₂가 끝없이 커진다.`
      return { name: "미끄러짐", why }
    }
    const why = `한 걸음의 배율: 가파른 쪽 ${factor(L)}, 완만한 쪽 ${factor(small)}`
    if (rate * L > 1 && Math.abs(steepPart(A, start)) < 1e-12 && small < L)
      return { name: pace(rate, small), why: `${why}. 가파른 쪽이 0이라 튀지 않는다.` }
    return { name: pace(rate, L), why }
  }

  protected say(): string {
    return `${this.verdict.textContent}. ${this.where.textContent}. ${this.why.textContent}`
  }
}

/** 화면 밖 멀리 간 점. 너무 큰 수는 그리는 쪽에서 다루지 못한다 */
function far(pixel: number): number {
  return clamp(pixel, -1e4, 1e4)
}

const BOTTOMS: Record<Name, Point[]> = {
  bowl: [[0, 0]],
  tilted: [[0, 0]],
  saddle: [],
  himmelblau: [
    [3, 2],
    [-2.805118, 3.131313],
    [-3.77931, -3.283186],
    [3.584428, -1.848127],
  ],
}

const STAR =
  "M0,-9L2.6,-3.2L8.6,-2.8L4,1.2L5.4,7.3L0,4L-5.4,7.3L-4,1.2L-8.6,-2.8L-2.6,-3.2Z"

const STYLE = `
.columns { margin-top: .6rem; }
.columns > svg { height: 320px; }
.side svg { height: 170px; }
.side .readout { margin: 0; }
.side .readout b { font-weight: 400; }
.side { display: grid; align-content: start; }
.why { min-height: 3.2em; color: var(--book-soft); font-size: .7rem; }
.pair { display: flex; gap: 1rem; }
.trace { fill: none; stroke: var(--c0); stroke-width: 2; stroke-linejoin: round; }
.dots circle { fill: var(--c0); }
.now { fill: var(--c0); }
.bottom { fill: var(--c2); stroke: var(--book-paper); }
.below { stroke-dasharray: 3 3; }
.point path { fill: var(--c3); }
.느림 { color: var(--book-soft); }
.빠름, .진동 { color: var(--book-accent); }
.발산, .맴돎, .갇힘 { color: var(--book-wrong); }
`

customElements.define("gradient-map", GradientMap)

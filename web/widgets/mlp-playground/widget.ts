// <mlp-playground>: 층과 유닛을 고르고 학습시키며 결정 경계를 본다.

import { contours } from "../../kit/contour.ts"
import { button, choice, Player, slider } from "../../kit/controls.ts"
import { div, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { Plot, type Point, type Range } from "../../kit/plot.ts"
import {
  accuracy,
  build,
  count,
  type Data,
  gradients,
  type Init,
  type Layer,
  moons,
  type Name,
  output,
  shaken,
  sizes,
  spirals,
  train,
  xor,
} from "./math.ts"

const SHAPES = { moons: "반달", spirals: "나선", xor: "XOR" }
const NAMES = { sigmoid: "시그모이드", tanh: "tanh", relu: "ReLU" }
const INITS = { fit: "He·Xavier", small: "σ = 0.01", same: "모두 0.3" }
type Shape = keyof typeof SHAPES

interface State {
  shape: Shape
  name: Name
  init: Init
  layers: number
  units: number
  rate: number
  seed: number
  /** 몇 번째 장면인가. 장면 하나가 STRIDE걸음이다 */
  shown: number
}

interface Scene {
  model: readonly Layer[]
  loss: number
  right: number
  grads: number[]
}

const STRIDE = 20
const SCENES = 100
const LAYERS: Range = [0, 6]
const UNITS: Range = [1, 8]
const RATE: Range = [0.1, 3]
const SEEDS = 99
const POINTS = 50
const CELLS = 48
const LOWEST = -9

const PLACES: Record<Shape, { data: Data; x: Range; y: Range }> = {
  moons: { data: shaken(moons(POINTS), 0.1, 7), x: [-1.6, 2.6], y: [-1.85, 2.35] },
  spirals: { data: shaken(spirals(POINTS), 0.02, 7), x: [-1.3, 1.3], y: [-1.3, 1.3] },
  xor: { data: xor(POINTS, 7), x: [-1.3, 1.3], y: [-1.3, 1.3] },
}

class MlpPlayground extends Widget<State> {
  private readonly map = new Plot({
    label: "점과 결정 경계",
    ...ranges("moons"),
    xLabel: "x₁",
    yLabel: "x₂",
    width: 320,
    height: 320,
  })
  private readonly fall = new Plot({
    label: "걸음마다의 손실",
    x: [0, STRIDE * SCENES],
    y: [0, 0.8],
    xLabel: "걸음",
    yLabel: "손실",
    height: 160,
    ticks: 4,
  })
  private readonly bars = new Plot({
    label: "층마다의 기울기",
    x: [0.4, LAYERS[1] + 1.6],
    y: [LOWEST, 1],
    xLabel: "층",
    yLabel: "기울기의 크기, 10의 몇 제곱",
    height: 170,
    ticks: 6,
  })
  private readonly zones = [0, 1].map((k) => svg("path", { class: `zone z${k}` }))
  private readonly edge = svg("path", { class: "edge" })
  private readonly points = svg("g")
  private readonly losses = svg("path", { class: "trace" })
  private readonly now = svg("circle", { class: "now", r: 4 })
  private readonly columnsOf = svg("g", { class: "bars" })
  private readonly shapes = choice("데이터", SHAPES, (shape) => this.redo({ shape }))
  private readonly names = choice("활성화 함수", NAMES, (name) => this.redo({ name }))
  private readonly inits = choice("처음 가중치", INITS, (init) => this.redo({ init }))
  private readonly layers = slider("은닉층", (layers) => this.redo({ layers }))
  private readonly units = slider("유닛", (units) => this.redo({ units }))
  private readonly rate = slider("학습률 η", (rate) => this.redo({ rate }))
  private readonly again = button("다시 뽑기", () =>
    this.redo({ seed: (this.state.seed % SEEDS) + 1 }),
  )
  private readonly player = new Player({
    walk: () => {
      this.update({ shown: Math.min(this.state.shown + 1, SCENES) })
      return this.state.shown < SCENES
    },
    go: (by) => this.update({ shown: clamp(this.state.shown + by, 0, SCENES) }),
    reset: () => this.update({ shown: 0 }),
    pause: 70,
    names: [`${STRIDE}걸음`, "뒤로"],
  })
  private readonly verdict = html("span")
  private readonly size = html("span", { class: "soft" })
  private scenes: Scene[] = []
  private made = ""

  protected readonly look = STYLE

  protected start(): State {
    return {
      shape: "moons",
      name: "relu",
      init: "fit",
      layers: 2,
      units: 8,
      rate: 0.5,
      seed: 1,
      shown: 0,
    }
  }

  protected encode({
    shape,
    name,
    init,
    layers,
    units,
    rate,
    seed,
    shown,
  }: State): string {
    return pack(shape, name, init, [layers, units, rate, seed, shown])
  }

  protected decode(text: string): State | null {
    const [shape, name, init, rest] = unpack(text)
    const values = numbers(rest)
    const known =
      Object.hasOwn(SHAPES, shape ?? "") &&
      Object.hasOwn(NAMES, name ?? "") &&
      Object.hasOwn(INITS, init ?? "")
    if (!known || values?.length !== 5) return null
    const [layers, units, rate, seed, shown] = values as [
      number,
      number,
      number,
      number,
      number,
    ]
    return {
      shape: shape as Shape,
      name: name as Name,
      init: init as Init,
      layers: clamp(Math.round(layers), ...LAYERS),
      units: clamp(Math.round(units), ...UNITS),
      rate: clamp(snap(rate, 0.1), ...RATE),
      seed: clamp(Math.round(seed), 1, SEEDS),
      shown: clamp(Math.round(shown), 0, SCENES),
    }
  }

  protected build(): Node[] {
    this.map.inside.append(...this.zones, this.edge, this.points)
    this.fall.inside.append(this.losses, this.now)
    this.bars.inside.append(this.columnsOf)
    this.layers.range(...LAYERS, 1)
    this.units.range(...UNITS, 1)
    this.rate.range(...RATE, 0.1)
    this.player.node.append(this.again)
    return [
      div("choices", this.shapes.node, this.names.node, this.inits.node),
      div("sliders", this.layers.node, this.units.node, this.rate.node),
      html("p", { class: "readout" }, this.verdict, this.size),
      div("columns", this.map.node, div("side", this.fall.node, this.bars.node)),
      this.player.node,
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  /** 무엇인가 바꾸면 처음부터 다시 배운다 */
  private redo(change: Partial<State>) {
    this.player.stop()
    this.update({ ...change, shown: 0 })
  }

  private get widths(): number[] {
    const { layers, units } = this.state
    return [2, ...Array.from({ length: layers }, () => units), 1]
  }

  /** 지금 장면까지 배운다. 이미 배운 장면은 그대로 쓴다 */
  private learn(): Scene {
    const { shape, name, init, rate, seed, shown } = this.state
    const key = [shape, name, init, this.widths, rate, seed].join()
    if (key !== this.made) this.scenes = []
    this.made = key
    const { data } = PLACES[shape]
    while (this.scenes.length <= shown) {
      const last = this.scenes.at(-1)
      const model = last
        ? train(last.model, name, data, rate, STRIDE)
        : build(this.widths, name, init, seed)
      const { loss, grads } = gradients(model, name, data)
      const right = accuracy(model, name, data)
      this.scenes.push({ model, loss, right, grads: sizes(grads) })
    }
    return this.scenes[shown]!
  }

  protected render() {
    const { shape, name, init, layers, units, rate, shown } = this.state
    const scene = this.learn()
    this.shapes.show(shape)
    this.names.show(name)
    this.inits.show(init)
    this.layers.show(layers, `${layers}개`)
    this.units.show(units, `${units}개`)
    this.rate.show(rate, show(rate, 1))
    this.verdict.textContent =
      `${shown * STRIDE}걸음: 손실 ${fixed(scene.loss, 3)}, ` +
      `맞힌 비율 ${Math.round(scene.right * 100)}%`
    this.size.textContent = `가중치와 편향 ${count(this.widths)}개`
    this.renderMap(scene)
    this.renderFall()
    this.renderBars(scene)
    this.player.show(shown > 0, shown < SCENES)
  }

  private renderMap({ model }: Scene) {
    const { shape, name } = this.state
    const { data } = PLACES[shape]
    const { x, y } = ranges(shape)
    this.map.range(x, y)
    const z = (x1: number, x2: number) => output(model, name, [x1, x2])
    const zones = fill(this.map, z)
    this.zones.forEach((zone, k) => set(zone, { d: zones[k]! }))
    set(this.edge, { d: contours(this.map, z, [0])[0]! })
    const marks = resize(this.points, data.X.length, () => svg("path"))
    data.X.forEach((point, n) => {
      const label = data.y[n]!
      const wrong = Number(z(point[0]!, point[1]!) > 0) !== label
      set(marks[n]!, {
        d: label ? TRIANGLE : CIRCLE,
        class: `point p${label}${wrong ? " wrong" : ""}`,
        transform: `translate(${this.map.x(point[0]!)},${this.map.y(point[1]!)})`,
      })
    })
  }

  private renderFall() {
    const { shown } = this.state
    const losses = this.scenes
      .slice(0, shown + 1)
      .map(({ loss }, i): Point => [i * STRIDE, Math.min(loss, 2)])
    set(this.losses, { d: this.fall.line(losses) })
    const [t, loss] = losses.at(-1)!
    set(this.now, { cx: this.fall.x(t), cy: this.fall.y(loss) })
  }

  private renderBars({ grads }: Scene) {
    const { y, x } = this.bars
    const floor = y(LOWEST)
    const bars = resize(this.columnsOf, grads.length, () => svg("path"))
    grads.forEach((size, i) => {
      const top = y(clamp(Math.log10(size), LOWEST, 1))
      set(bars[i]!, { d: `M${x(i + 0.7)},${floor}V${top}H${x(i + 1.3)}V${floor}Z` })
    })
    this.bars.node.setAttribute(
      "aria-label",
      `층마다의 기울기: ${grads.map((g, i) => `${i + 1}층 ${power(g)}`).join(", ")}`,
    )
  }

  protected say(): string {
    return `${this.verdict.textContent}. ${this.bars.node.getAttribute("aria-label")}`
  }
}

function ranges(shape: Shape): { x: Range; y: Range } {
  const { x, y } = PLACES[shape]
  return { x, y }
}

/** 끝자리의 0을 남긴다. 손실이 바뀔 때 글이 흔들리지 않는다 */
function fixed(value: number, digits: number): string {
  return Number.isFinite(value) ? value.toFixed(digits) : show(value)
}

/** 1.2e-5처럼 */
function power(value: number): string {
  return value ? value.toExponential(1).replace("-", "−") : "0"
}

/** z가 0보다 작은 칸과 큰 칸을 칠할 두 길. 옆으로 이어진 칸은 네모 하나로 잇는다 */
function fill(plot: Plot, z: (x: number, y: number) => number): [string, string] {
  const [left, right] = plot.x.range() as Range
  const [bottom, top] = plot.y.range() as Range
  const w = (right - left) / CELLS
  const h = (bottom - top) / CELLS
  const paths: [string, string] = ["", ""]
  for (let row = 0; row < CELLS; row++) {
    const y = top + row * h
    const value = plot.y.invert(y + h / 2)
    let from = 0
    let side = -1
    for (let column = 0; column <= CELLS; column++) {
      const x = plot.x.invert(left + (column + 0.5) * w)
      const here = column < CELLS ? Number(z(x, value) > 0) : -1
      if (here === side) continue
      if (side >= 0)
        paths[side as 0 | 1] +=
          `M${(left + from * w).toFixed(1)},${y.toFixed(1)}h${((column - from) * w).toFixed(1)}` +
          `v${h.toFixed(1)}h${(-(column - from) * w).toFixed(1)}z`
      side = here
      from = column
    }
  }
  return paths
}

const CIRCLE = "M-4,0A4,4,0,1,1,4,0A4,4,0,1,1,-4,0Z"
const TRIANGLE = "M0,-5L4.6,3.5H-4.6Z"

const STYLE = `
.choices { display: flex; flex-wrap: wrap; gap: .4rem; }
.choices label { padding-inline: .55rem; white-space: nowrap; }
.sliders { display: flex; gap: .3rem 1.2rem; margin-top: .5rem; }
.columns { margin-top: .2rem; }
.columns > svg { height: 330px; }
.side { display: grid; align-content: start; }
.side svg { height: 165px; }
.zone { stroke: none; fill-opacity: .16; shape-rendering: crispEdges; }
.z0 { fill: var(--c0); }
.z1 { fill: var(--c1); }
.edge { fill: none; stroke: var(--c3); stroke-width: 2; }
.point { stroke: var(--book-paper); stroke-width: .8; }
.p0 { fill: var(--c0); }
.p1 { fill: var(--c1); }
.wrong { stroke: var(--c-text); stroke-width: 1.8; }
.trace { fill: none; stroke: var(--c0); stroke-width: 2; stroke-linejoin: round; }
.now { fill: var(--c0); }
.bars path { fill: var(--c2); }
`

customElements.define("mlp-playground", MlpPlayground)

// <sick-curve>: 작은 신경망을 고장 내고 고치며 학습 곡선과 들여다본 수를 본다.

import { button, choice, slider } from "../../kit/controls.ts"
import { div, html, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import { Plot, type Point } from "../../kit/plot.ts"
import { EVERY, type Faults, HEALTHY, learn, type Run, STEPS } from "./math.ts"

const RATES = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]
const SCALES = { zero: "모두 0", he: "He", big: "He의 6배" }
const TIMES = { zero: 0, he: 1, big: 6 }
type Scale = keyof typeof SCALES
const SWITCHES = {
  mixed: "레이블이 섞였다",
  sum: "기울기를 비우지 않는다",
  raw: "입력을 나누지 않는다",
  up: "부호가 반대다",
  over: "소프트맥스의 축이 틀렸다",
}
type Switch = keyof typeof SWITCHES
const NAMES = Object.keys(SWITCHES) as Switch[]
const TOP = 6
const SEED = 3
const LAST = STEPS / EVERY

interface State {
  rate: number
  scale: Scale
  on: readonly Switch[]
  /** 몇 번째로 들여다본 때인가. EVERY걸음마다 한 번이다 */
  shown: number
}

class SickCurve extends Widget<State> {
  private readonly plot = new Plot({
    label: "학습 곡선",
    x: [0, STEPS],
    y: [0, TOP],
    xLabel: "걸음",
    yLabel: "손실",
    height: 240,
    ticks: 4,
  })
  private readonly chance = svg("path", { class: "chance" })
  private readonly healthy = svg("path", { class: "healthy" })
  private readonly losses = svg("path", { class: "trace" })
  private readonly now = svg("path", { class: "now" })
  private readonly rate = slider("학습률", (rate) => this.update({ rate }))
  private readonly time = slider("들여다볼 걸음", (shown) => this.update({ shown }))
  private readonly scales = choice("초깃값", SCALES, (scale) => this.update({ scale }))
  private readonly boxes = NAMES.map((name) => {
    const box = html("input", { type: "checkbox", value: name })
    box.addEventListener("change", () => this.toggle(name, box.checked))
    return box
  })
  private readonly mend = button("모두 고친다", () => this.reset())
  private readonly verdict = html("span")
  private readonly cells = Array.from({ length: 9 }, () => html("td"))
  private run: Run = { losses: [], looks: [] }
  private made = ""

  protected readonly look = STYLE

  protected start(): State {
    return { rate: RATES.indexOf(HEALTHY.lr), scale: "he", on: [], shown: LAST }
  }

  protected encode({ rate, scale, on, shown }: State): string {
    return pack(scale, [rate, shown, ...NAMES.map((name) => Number(on.includes(name)))])
  }

  protected decode(text: string): State | null {
    const [scale, rest] = unpack(text)
    const values = numbers(rest)
    if (!Object.hasOwn(SCALES, scale ?? "") || values?.length !== 2 + NAMES.length)
      return null
    const [rate, shown, ...flags] = values.map(Math.round) as [
      number,
      number,
      ...number[],
    ]
    return {
      rate: clamp(rate, 0, RATES.length - 1),
      scale: scale as Scale,
      on: NAMES.filter((_, i) => flags[i] === 1),
      shown: clamp(shown, 0, LAST),
    }
  }

  protected build(): Node[] {
    this.plot.inside.append(this.chance, this.healthy, this.losses, this.now)
    set(this.chance, { d: this.level(Math.log(10)) })
    set(this.healthy, { d: this.path(learn(HEALTHY, SEED).losses) })
    this.rate.range(0, RATES.length - 1, 1)
    this.time.range(0, LAST, 1)
    const head = ["잰 것", "1층", "2층", "3층"].map((text) =>
      html("th", { scope: "col" }, text),
    )
    const lines = ["‖g‖", "‖Δw‖ / ‖w‖", "죽은 유닛"].map((name, i) =>
      html(
        "tr",
        {},
        html("th", { scope: "row" }, name),
        ...this.cells.slice(3 * i, 3 * i + 3),
      ),
    )
    const table = html(
      "table",
      { "aria-label": "층마다 들여다본 수" },
      html("thead", {}, html("tr", {}, ...head)),
      html("tbody", {}, ...lines),
    )
    const labels = this.boxes.map((box, i) =>
      html("label", {}, box, SWITCHES[NAMES[i]!]),
    )
    const faults = html(
      "div",
      { class: "faults", role: "group", "aria-label": "고장" },
      ...labels,
    )
    const side = div("side", this.scales.node, this.rate.node, faults, this.mend)
    const looks = div("looks", this.time.node, table)
    return [
      html("p", { class: "readout" }, this.verdict),
      div("columns", this.plot.node, side),
      looks,
    ]
  }

  private toggle(name: Switch, on: boolean) {
    const rest = this.state.on.filter((other) => other !== name)
    this.update({ on: on ? [...rest, name] : rest })
  }

  private get faults(): Faults {
    const { rate, scale, on } = this.state
    const flags = Object.fromEntries(NAMES.map((name) => [name, on.includes(name)]))
    return { ...HEALTHY, ...flags, lr: RATES[rate]!, scale: TIMES[scale] }
  }

  private path(losses: readonly number[]): string {
    const points = losses.map((loss, t): Point => [t, Math.min(loss, 2 * TOP)])
    return this.plot.line(points.filter(([, loss]) => Number.isFinite(loss)))
  }

  private level(loss: number): string {
    return this.plot.line([
      [0, loss],
      [STEPS, loss],
    ])
  }

  protected render() {
    const { rate, scale, on, shown } = this.state
    const faults = this.faults
    const key = JSON.stringify(faults)
    if (key !== this.made) this.run = learn(faults, SEED)
    this.made = key
    const { losses, looks } = this.run
    this.rate.show(rate, String(faults.lr))
    this.scales.show(scale)
    this.boxes.forEach((box, i) => {
      box.checked = on.includes(NAMES[i]!)
    })
    const look = looks[Math.min(shown, looks.length - 1)]!
    const step = EVERY * Math.min(shown, looks.length - 1)
    this.time.show(shown, `${step}걸음`)
    set(this.losses, { d: this.path(losses) })
    set(this.now, {
      d: this.plot.line([
        [step, 0],
        [step, TOP],
      ]),
    })
    const told = [
      ...look.norms.map(power),
      ...look.ratios.map(power),
      ...look.dead.map((part) => `${Math.round(100 * part)}%`),
      "없음",
    ]
    this.cells.forEach((cell, i) => {
      cell.textContent = told[i]!
    })
    const stopped =
      losses.length <= STEPS ? ` ${losses.length - 1}걸음에서 넘쳤다.` : ""
    this.verdict.textContent =
      `처음 손실 ${fixed(losses[0]!)} (ln 10 = 2.30), ${step}걸음 ${fixed(look.loss)}, ` +
      `새 그림 ${Math.round(100 * look.right)}%.${stopped}`
  }

  protected say(): string {
    return this.verdict.textContent ?? ""
  }
}

function fixed(value: number): string {
  return Number.isFinite(value) && value < 1e4 ? value.toFixed(2) : show(value)
}

/** 1e−5처럼 */
function power(value: number): string {
  if (!Number.isFinite(value)) return "없음"
  return value ? value.toExponential(0).replace("-", "−").replace("e+", "e") : "0"
}

const STYLE = `
.columns > svg { height: 240px; }
.side { display: grid; gap: .35rem; align-content: start; }
.faults { display: grid; gap: .1rem .8rem; }
.faults label { display: flex; gap: .4rem; align-items: center; min-height: 1.7rem; cursor: pointer; }
.faults input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--book-accent); }
.side button { justify-self: start; }
.choice label { padding-inline: .5rem; white-space: nowrap; }
.readout { min-height: 3.2em; }
.looks { display: grid; gap: .2rem 1rem; margin-top: .3rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .15rem .3rem; border-bottom: 1px solid var(--book-line); text-align: end; font-weight: 400; }
th[scope=row] { text-align: start; white-space: nowrap; }
.chance { fill: none; stroke: var(--c-axis); stroke-dasharray: 2 3; }
.healthy { fill: none; stroke: var(--c5); stroke-width: 1.5; stroke-opacity: .7; }
.trace { fill: none; stroke: var(--c3); stroke-width: 2; stroke-linejoin: round; }
.now { fill: none; stroke: var(--c-axis); }
@container (min-width: 600px) {
  .readout { min-height: 1.6em; }
  .looks { grid-template-columns: 1fr 1fr; align-items: start; }
}
`

customElements.define("sick-curve", SickCurve)

// <first-model>: 손글씨 숫자의 분류기를 이 자리에서 한 걸음씩 학습시킨다.

import { choice, Player, slider } from "../../kit/controls.ts"
import { div, hint, html, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { Plot } from "../../kit/plot.ts"
import {
  CLASSES,
  first,
  type Model,
  type Path,
  PIXELS,
  predict,
  right,
  scores,
  softmax,
  test,
  train,
  walk,
} from "./math.ts"

interface State {
  lr: number
  /** 학습에 쓰는 그림의 수 */
  many: number
  shown: number
  /** 테스트 그림 가운데 보고 있는 것 */
  picked: number
}

const STEPS = 100
const RATES = [0.1, 5, 0.1] as const
const SIZES = { "10": "10장", "20": "20장", "50": "50장", "100": "100장" }
type Size = keyof typeof SIZES
const SIDE = 8
const TILE = 10

class FirstModel extends Widget<State> {
  private readonly curve = new Plot({
    label: "걸음마다의 손실",
    x: [0, STEPS],
    y: [0, 2.5],
    xLabel: "걸음",
    yLabel: "손실",
    height: 190,
    ticks: 4,
  })
  private readonly line = svg("path", { class: "line" })
  private readonly now = svg("circle", { class: "now", r: 5 })
  private readonly weights = Array.from({ length: PIXELS * CLASSES }, () => svg("rect"))
  private readonly picture = Array.from({ length: PIXELS }, () => svg("rect"))
  private readonly face = svg("svg", {
    viewBox: "-0.5 -0.5 9 9",
    role: "img",
    class: "face",
  })
  private readonly sizes = choice("학습에 쓰는 그림", SIZES, (many) => {
    this.player.stop()
    this.update({ many: Number(many) })
  })
  private readonly rate = slider("학습률 η", (lr) => this.update({ lr }))
  private readonly pick = slider("테스트 그림", (picked) => this.update({ picked }))
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.update({ shown: clamp(this.state.shown + by, 0, STEPS) }),
    reset: () => this.reset(),
    pause: 60,
    names: ["한 걸음", "뒤로"],
  })
  private readonly where = html("span")
  private readonly score = html("b")
  private readonly answer = html("p", { class: "answer" })
  private path: Path = { losses: [], models: [] }
  private walked = ""

  protected readonly look = STYLE

  protected start(): State {
    return { lr: 1, many: 100, shown: 0, picked: 1 }
  }

  protected encode({ lr, many, shown, picked }: State): string {
    return pack(lr, many, shown, picked)
  }

  protected decode(text: string): State | null {
    const values = unpack(text).map((field) => numbers(field)?.[0])
    if (values.length !== 4 || values.some((value) => value === undefined)) return null
    const [lr, many, shown, picked] = values as [number, number, number, number]
    if (!Object.hasOwn(SIZES, String(many))) return null
    return {
      lr: clamp(snap(lr, RATES[2]), RATES[0], RATES[1]),
      many,
      shown: clamp(Math.round(shown), 0, STEPS),
      picked: clamp(Math.round(picked), 1, test.y.length),
    }
  }

  protected build(): Node[] {
    this.curve.inside.append(this.line, this.now)
    this.rate.range(...RATES)
    this.pick.range(1, test.y.length, 1)
    this.face.append(
      svg("rect", { width: SIDE, height: SIDE, class: "paper" }),
      ...this.picture,
    )
    return [
      html("p", { class: "readout" }, this.where, this.score),
      div(
        "columns",
        html("div", {}, this.curve.node, this.rate.node, this.sizes.node),
        html(
          "div",
          {},
          this.tiles(),
          div("look", this.face, html("div", {}, this.answer, this.pick.node)),
        ),
      ),
      this.player.node,
      hint(
        "작은 그림 열 장이 클래스마다의 가중치다. 찬 네모는 먹이 있으면 점수가 오르는 칸, 빈 네모는 내리는 칸이고, 클수록 크게 바꾼다.",
      ),
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  private tiles(): SVGSVGElement {
    const tiles = Array.from({ length: CLASSES }, (_, k) => {
      const at = `translate(${(k % 5) * TILE},${Math.floor(k / 5) * (TILE + 2)})`
      const cells = this.weights.filter((_, i) => i % CLASSES === k)
      return svg(
        "g",
        { transform: at },
        svg("text", { x: SIDE / 2, y: -0.6 }, String(k)),
        svg("rect", { width: SIDE, height: SIDE, class: "paper" }),
        ...cells,
      )
    })
    const label = "클래스마다의 가중치를 8×8로 놓은 그림 열 장"
    const viewBox = `-1 -2.4 ${5 * TILE} ${2 * TILE + 3.4}`
    return svg(
      "svg",
      { viewBox, role: "img", "aria-label": label, class: "tiles" },
      ...tiles,
    )
  }

  private walk(): boolean {
    const shown = this.state.shown >= STEPS ? 0 : this.state.shown + 1
    this.update({ shown })
    return shown < STEPS
  }

  protected render() {
    const { lr, many, shown, picked } = this.state
    const run = `${lr},${many}`
    if (this.walked !== run) {
      this.path = walk(first(train, many), lr, STEPS)
      this.walked = run
      const top = Math.max(2.5, ...this.path.losses)
      this.curve.range([0, STEPS], [0, top * 1.05])
    }
    const model = this.path.models[shown]!
    const points = this.path.losses
      .slice(0, shown + 1)
      .map((loss, t): [number, number] => [t, loss])
    const loss = this.path.losses[shown]!
    set(this.line, { d: this.curve.line(points) })
    set(this.now, { cx: this.curve.x(shown), cy: this.curve.y(loss) })
    this.renderWeights(model)
    this.renderPicked(model)
    this.rate.show(lr, show(lr, 1))
    this.sizes.show(String(many) as Size)
    this.pick.show(picked, `${picked} / ${test.y.length}`)
    this.where.textContent = `${shown}걸음, 손실 ${show(loss, 3)}`
    this.score.textContent = `학습 ${right(model, first(train, many))} / ${many}, 테스트 ${right(model, test)} / ${test.y.length}`
    this.player.show(shown > 0, shown < STEPS)
  }

  private renderWeights({ W }: Model) {
    const most = W.reduce((top, w) => Math.max(top, Math.abs(w)), 0.5)
    this.weights.forEach((rect, i) => {
      const d = Math.floor(i / CLASSES)
      const w = W[i]!
      square(rect, d, Math.sqrt(Math.abs(w) / most), w > 0 ? "plus" : "minus")
    })
  }

  private renderPicked(model: Model) {
    const n = this.state.picked - 1
    const [x, truth] = [test.X[n]!, test.y[n]!]
    x.forEach((ink, d) => square(this.picture[d]!, d, Math.sqrt(ink), "ink"))
    set(this.face, { "aria-label": `테스트 그림 ${n + 1}, 정답 ${truth}` })
    const answer = predict(model, x)
    const sure = softmax(scores(model, x))[answer]!
    const blank = this.state.shown === 0
    this.answer.textContent = blank
      ? `정답 ${truth}. 아직 열 답의 확률이 모두 0.1이다.`
      : `정답 ${truth}, 모델의 답 ${answer} (확률 ${show(sure)}) ${answer === truth ? "✓" : "✗"}`
  }

  protected say(): string {
    return `${this.where.textContent}. ${this.score.textContent}. ${this.answer.textContent}`
  }
}

/** 8×8의 d번째 칸 가운데에 놓인, 한 변이 size인 네모 */
function square(rect: SVGRectElement, d: number, size: number, kind: string) {
  const side = kind === "minus" ? Math.max(0, size * 0.9 - 0.16) : size * 0.9
  const [x, y] = [(d % SIDE) + 0.5 - side / 2, Math.floor(d / SIDE) + 0.5 - side / 2]
  const round = (value: number) => value.toFixed(2)
  set(rect, {
    x: round(x),
    y: round(y),
    width: round(side),
    height: round(side),
    class: kind,
  })
}

const STYLE = `
@container (max-width: 599px) { .frame .readout { min-height: 3.2em; } }
.columns > div { display: grid; align-content: start; gap: .4rem; }
.columns > div > svg:first-child { height: 190px; }
svg.tiles { height: 190px; }
svg.tiles text { font-size: 1.9px; text-anchor: middle; }
.paper { fill: none; stroke: var(--c-grid); stroke-width: .12; }
.plus { fill: var(--c0); }
.minus { fill: none; stroke: var(--c1); stroke-width: .16; }
.ink { fill: var(--c-text); }
.line { fill: none; stroke: var(--c0); stroke-width: 2; }
.now { fill: var(--c0); }
.look { display: grid; grid-template-columns: 5rem 1fr; gap: .8rem; align-items: center; }
.look svg.face { height: 5rem; }
.answer { margin: 0; min-height: 3.2em; }
`

customElements.define("first-model", FirstModel)

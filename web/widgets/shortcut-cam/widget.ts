// <shortcut-cam data-models="…">: 도형과 표시를 끌면 답과 Grad-CAM과 혼동 행렬이 따라 바뀐다.

import { Asking, Waiting } from "../../kit/asking.ts"
import { button, choice } from "../../kit/controls.ts"
import { div, hint, html, set } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { type Answer, describeModel } from "../../kit/model.ts"
import { clamp, numbers, pack, percent, unpack } from "../../kit/number.ts"
import { PROBABILITIES, Probabilities } from "../../kit/probabilities.ts"
import {
  answers,
  confusion,
  draw,
  MARK,
  type Picture,
  peak,
  pictures,
  type Rule,
  SIZE,
  type Spot,
  toInput,
} from "./math.ts"

interface State {
  model: number
  shape: number
  /** 도형의 왼쪽 위 */
  at: Spot
  mark: Spot | null
  rule: Rule
  seed: number
}

const NAMES = ["원", "네모", "세모"]
const RULES: Record<Rule, string> = { triangle: "세모에만", none: "없음", all: "모두" }
const SIDE = 16 // 도형의 한 변
const CORNER: Spot = [3, 3]
const MANY = 60

class ShortcutCam extends Widget<State> {
  private readonly names = this.dataset.models!.split(" ")
  private readonly paper = html("canvas", {
    width: SIZE,
    height: SIZE,
    class: "paper",
    role: "img",
  })
  private readonly heat = html("canvas", {
    width: 16,
    height: 16,
    class: "heat",
    "aria-hidden": "true",
  })
  private readonly shapeGrip = this.grip(
    "도형",
    SIDE,
    () => this.state.at,
    (at) => this.change({ at }),
  )
  private readonly markGrip = this.grip(
    "표시",
    MARK,
    () => this.state.mark ?? CORNER,
    (mark) => this.change({ mark }),
  )
  private readonly which = choice("모델", this.titles(), (at) =>
    this.change({ model: Number(at) }),
  )
  private readonly shapes = choice(
    "도형",
    { 0: NAMES[0]!, 1: NAMES[1]!, 2: NAMES[2]! },
    (k) => this.change({ shape: Number(k) }),
  )
  private readonly marks = choice("표시", { on: "표시 있음", off: "없음" }, (on) =>
    this.change({ mark: on === "on" ? CORNER : null }),
  )
  private readonly maps = choice("지도", { on: "지도 켬", off: "끔" }, (on) => {
    this.heat.hidden = on === "off"
  })
  private readonly rules = choice("새 그림의 표시", RULES, (rule) =>
    this.change({ rule }),
  )
  private readonly waiting = new Waiting(() => void this.ask())
  private readonly bars = new Probabilities()
  private readonly cells = Array.from({ length: 9 }, () => html("td"))
  private readonly score = html("p", { class: "score" })

  private readonly one = new Asking({
    model: () => this.names[this.state.model]!,
    question: () => (this.asked ? { pixels: toInput([this.image]) } : undefined),
    show: (answer) => this.answer(answer),
    ...this.waiting.desk,
    meanwhile: "옮기는 것은 계속할 수 있다.",
    kept: "그림은 그대로 있다.",
  })
  /** 새 그림 60장. 끄는 동안에는 묻지 않는다 */
  private readonly many = new Asking({
    model: () => this.names[this.state.model]!,
    question: () =>
      this.asked ? { pixels: toInput(this.batch.map(draw)) } : undefined,
    show: ({ outputs }) => this.count(outputs.probabilities!),
    say: () => {},
    progress: () => {},
    retry: () => {},
  })

  private image: Uint8ClampedArray = new Uint8ClampedArray(3 * SIZE * SIZE)
  private batch: Picture[] = []
  /** 옮기거나 고르기 전에는 모델을 받지 않는다 */
  private asked = false

  protected readonly look = STYLE

  protected start(): State {
    return { model: 0, shape: 2, at: [32, 30], mark: CORNER, rule: "triangle", seed: 5 }
  }

  protected encode({ model, shape, at, mark, rule, seed }: State): string {
    return pack(model, shape, [...at], mark ? [...mark] : "x", rule, seed)
  }

  protected decode(text: string): State | null {
    const [model, shape, at, mark, rule, seed] = unpack(text)
    const whole = [model, shape, seed].map(Number)
    const spots = [numbers(at), mark === "x" ? [0, 0] : numbers(mark)]
    const all = [...whole, ...spots.flatMap((spot) => spot ?? [NaN])]
    if (all.length !== 7 || !all.every((v) => Number.isInteger(v) && v >= 0))
      return null
    if (whole[0]! >= this.names.length || whole[1]! > 2 || !Object.hasOwn(RULES, rule!))
      return null
    const [place, spot] = [
      fit(spots[0] as unknown as Spot, SIDE),
      fit(spots[1] as unknown as Spot, MARK),
    ]
    return {
      model: whole[0]!,
      shape: whole[1]!,
      at: place,
      mark: mark === "x" ? null : spot,
      rule: rule as Rule,
      seed: whole[2]!,
    }
  }

  protected build(): Node[] {
    this.maps.show("on")
    const size = (describeModel(this.names[0]!).total / 1e6).toFixed(1)
    this.waiting.status.textContent = `옮기거나 고르면 모델과 실행기 ${size} MB를 받는다.`
    const head = NAMES.map((name) => html("th", { scope: "col" }, name))
    const rows = NAMES.map((name, i) =>
      html(
        "tr",
        {},
        html("th", { scope: "row" }, name),
        ...this.cells.slice(3 * i, 3 * i + 3),
      ),
    )
    const table = html(
      "table",
      {},
      html("caption", {}, `새 그림 ${MANY}장의 혼동 행렬 (줄이 정답, 칸이 답)`),
      html("thead", {}, html("tr", {}, html("td"), ...head)),
      html("tbody", {}, ...rows),
    )
    this.bars.show([0, 0, 0], NAMES)
    return [
      div("controls first", this.which.node),
      div(
        "columns",
        html(
          "div",
          {},
          div("stage", this.paper, this.heat, this.shapeGrip, this.markGrip),
          div(
            "controls",
            this.shapes.node,
            this.marks.node,
            this.maps.node,
            button("새 배경", () =>
              this.change({ seed: (this.state.seed + 1) % 1000 }),
            ),
          ),
        ),
        html(
          "div",
          {},
          this.bars.node,
          div("told", ...this.waiting.nodes),
          table,
          div("controls", html("span", { class: "soft" }, "표시"), this.rules.node),
          this.score,
        ),
      ),
      hint(
        "도형과 표시를 끈다. Tab으로 골라 화살표 키로도 옮긴다. 주황이 진할수록 답에 보탠 자리다.",
      ),
    ]
  }

  private titles(): Record<string, string> {
    return Object.fromEntries(
      this.names.map((name, at) => [at, describeModel(name).title ?? name]),
    )
  }

  /** 그림 위의 손잡이. 끌거나 화살표 키로 옮긴다. */
  private grip(name: string, side: number, at: () => Spot, move: (to: Spot) => void) {
    const node = html("button", {
      type: "button",
      class: "grip",
      role: "slider",
      "aria-label": name,
    })
    let from: [number, number, Spot] | null = null
    node.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button) return
      node.setPointerCapture(event.pointerId)
      from = [event.clientX, event.clientY, at()]
    })
    node.addEventListener("pointermove", (event) => {
      if (!from || !event.isPrimary) return
      const scale = SIZE / this.paper.getBoundingClientRect().width
      const [x, y] = [
        (event.clientX - from[0]) * scale,
        (event.clientY - from[1]) * scale,
      ]
      move(fit([Math.round(from[2][0] + x), Math.round(from[2][1] + y)], side))
    })
    node.addEventListener("lostpointercapture", () => (from = null))
    node.addEventListener("keydown", (event) => {
      const way = ARROWS[event.key]
      if (!way) return
      event.preventDefault()
      const far = event.shiftKey ? 5 : 1
      const [x, y] = at()
      move(fit([x + far * way[0], y + far * way[1]], side))
    })
    return node
  }

  private change(change: Partial<State>) {
    const first = !this.asked
    this.asked = true
    this.update(change)
    void this.one.ask()
    if (first || "model" in change || "rule" in change) void this.many.ask()
  }

  private async ask() {
    await this.one.ask()
    await this.many.ask()
  }

  protected render() {
    const { model, shape, at, mark, rule, seed } = this.state
    this.which.show(String(model))
    this.shapes.show(String(shape) as "0" | "1" | "2")
    this.marks.show(mark ? "on" : "off")
    this.rules.show(rule)
    const box = [at[0], at[1], at[0] + SIDE, at[1] + SIDE] as const
    this.image = draw({ shape, box, seed, mark })
    this.batch = pictures(MANY, rule)
    const context = this.paper.getContext("2d")!
    const pixels = context.createImageData(SIZE, SIZE)
    for (let i = 0; i < SIZE * SIZE; i++) {
      pixels.data.set([...this.image.subarray(3 * i, 3 * i + 3), 255], 4 * i)
    }
    context.putImageData(pixels, 0, 0)
    set(this.paper, {
      "aria-label": `${NAMES[shape]} 하나가 있는 그림. 표시는 ${mark ? "있다" : "없다"}.`,
    })
    put(this.shapeGrip, at, SIDE)
    put(this.markGrip, mark ?? CORNER, MARK)
    this.markGrip.hidden = !mark
  }

  private answer({ outputs, time }: Answer) {
    const p = Array.from(outputs.probabilities!)
    const best = answers(p)[0]!
    this.bars.show(p, NAMES)
    const map = outputs.maps!.slice(256 * best, 256 * (best + 1))
    const most = Math.max(...map, 1e-9)
    const context = this.heat.getContext("2d")!
    const pixels = context.createImageData(16, 16)
    map.forEach((value, at) => {
      pixels.data.set([255, 110, 0, 200 * Math.max(value / most, 0)], 4 * at)
    })
    context.putImageData(pixels, 0, 0)
    this.dataset.time = String(time)
    const hot = peak(map, 16)
    this.dataset.peak = hot ? hot.join(" ") : ""
    this.waiting.status.textContent = `모델의 답은 ${NAMES[best]}, 확률은 ${percent(p[best]!)}. 계산에 ${time.toFixed(1)}\u00a0ms가 걸렸다.`
  }

  private count(probabilities: Float32Array) {
    const truth = this.batch.map(({ shape }) => shape)
    const table = confusion(truth, answers(probabilities))
    table.forEach((n, at) => {
      this.cells[at]!.textContent = String(n)
      this.cells[at]!.style.setProperty("--part", String((3 * n) / MANY))
    })
    const right = table[0]! + table[4]! + table[8]!
    this.score.textContent = `정확도 ${(right / MANY).toFixed(2)}, 세모의 재현율 ${((3 * table[8]!) / MANY).toFixed(2)}`
  }

  /** 답은 status가 소리로 알린다. */
  protected say(): string {
    return ""
  }
}

const ARROWS: Record<string, Spot> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function fit([x, y]: Spot, side: number): Spot {
  return [clamp(x, 0, SIZE - side), clamp(y, 0, SIZE - side)]
}

function put(node: HTMLElement, [x, y]: Spot, side: number) {
  set(node, {
    "aria-valuetext": `왼쪽에서 ${x}, 위에서 ${y} 픽셀`,
    "aria-valuenow": x,
    "aria-valuemin": 0,
    "aria-valuemax": SIZE - side,
  })
  node.style.left = `${(100 * (x + side / 2)) / SIZE}%`
  node.style.top = `${(100 * (y + side / 2)) / SIZE}%`
  node.style.setProperty("--side", `${(100 * side) / SIZE}%`)
}

const STYLE = `${PROBABILITIES}
.first { margin: 0 0 .6rem; }
.stage { position: relative; max-width: 300px; aspect-ratio: 1; overflow: hidden; border-radius: .2rem; touch-action: pan-y; }
.stage canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.paper { image-rendering: pixelated; }
.heat { pointer-events: none; }
.grip { position: absolute; width: var(--side); height: var(--side); min-width: 34px; min-height: 34px; padding: 0; translate: -50% -50%; border: 1px dashed #fffc; border-radius: .2rem; background: none; cursor: grab; touch-action: none; }
.grip:active { cursor: grabbing; }
.bars { --label: 3em; margin: 0; }
.told { min-height: 4.2rem; margin-top: .4rem; color: var(--book-soft); }
.status { margin: 0; }
progress { width: 100%; accent-color: var(--book-accent); }
table { width: 100%; border-collapse: collapse; text-align: center; }
caption { padding-bottom: .2rem; color: var(--book-soft); font-size: .65rem; text-align: start; }
th { font-weight: 400; color: var(--book-soft); }
tbody td { width: 26%; height: 2rem; border: 1px solid var(--book-line); background: color-mix(in srgb, var(--c0) calc(45% * var(--part, 0)), transparent); }
.score { min-height: 1.6em; margin: .3rem 0 0; }
`

customElements.define("shortcut-cam", ShortcutCam)

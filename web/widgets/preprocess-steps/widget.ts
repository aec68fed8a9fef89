// <preprocess-steps data-models="…">: 전처리를 한 단계씩 틀려 보고, 신경망이 받은 것과 답을 본다.
// 읽는 이의 사진은 이 브라우저 안에서만 쓴다. 어디에도 보내거나 적어 두지 않는다.

import { Asking, Waiting } from "../../kit/asking.ts"
import { button, type Choice, choice } from "../../kit/controls.ts"
import { div, hint, html, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { type Answer, describeModel } from "../../kit/model.ts"
import { pack, percent, show, unpack } from "../../kit/number.ts"
import { photograph } from "../../kit/photograph.ts"
import { PROBABILITIES, Probabilities } from "../../kit/probabilities.ts"
import {
  BINS,
  CHANNELS,
  DIVISIONS,
  histogram,
  NORMS,
  ORIENTS,
  prepared,
  REACH,
  RIGHT,
  SIDE,
  SMALL,
  type Steps,
  seen,
  summary,
  WAYS,
} from "./math.ts"
import { PHOTO } from "./photo.ts"

const PICTURES = { "0": "빨간 세모", "1": "초록 원", "2": "파란 네모" }
const STEPS = {
  orient: ["방향", ORIENTS],
  channel: ["채널", CHANNELS],
  way: ["줄이기", WAYS],
  divide: ["255로", DIVISIONS],
  norm: ["표준화", NORMS],
} as const
type Step = keyof typeof STEPS
const KEYS = Object.keys(STEPS) as Step[]

interface State extends Steps {
  /** 고른 표지판. 내 사진이면 -1이고 주소에는 적지 않는다 */
  picture: number
}

const WIDE = 320
const HIGH = 96

class PreprocessSteps extends Widget<State> {
  private readonly model = this.dataset.models!
  private readonly about = describeModel(this.model)
  private readonly photoCanvas = html("canvas", {
    width: SIDE,
    height: SIDE,
    role: "img",
    "aria-label": "사진",
  })
  private readonly seenCanvas = html("canvas", {
    width: SMALL,
    height: SMALL,
    role: "img",
    "aria-label": "신경망이 받은 것을 색으로 되돌린 그림",
  })
  private readonly which = choice("표지판", PICTURES, (at) => this.pick(Number(at)))
  private readonly choices = Object.fromEntries(
    KEYS.map((key) => [
      key,
      choice<string>(STEPS[key][0], STEPS[key][1], (value) =>
        this.change({ [key]: value }),
      ),
    ]),
  ) as Record<Step, Choice<string>>
  private readonly curves = [0, 1, 2].map((c) => svg("path", { class: `line c${c}` }))
  private readonly chart = svg(
    "svg",
    { viewBox: `0 0 ${WIDE} ${HIGH + 16}`, role: "img", class: "chart" },
    svg("path", { class: "ground", d: `M0 ${HIGH}H${WIDE}` }),
    ...[-REACH, 0, REACH].map((value) => {
      const x = ((value + REACH) / (2 * REACH)) * WIDE
      const anchor = value < 0 ? "" : value > 0 ? "end" : "middle"
      return svg("text", { x, y: HIGH + 13, class: anchor }, show(value))
    }),
    ...this.curves,
  )
  private readonly numbers = html("p", { class: "readout" })
  private readonly waiting = new Waiting(() => void this.asking.ask())
  private readonly bars = new Probabilities()
  private readonly file = html("input", {
    type: "file",
    accept: "image/*",
    hidden: true,
  })
  private readonly asking = new Asking({
    model: () => this.model,
    question: () => (this.asked && this.ready ? { pixels: this.tensor } : undefined),
    show: (answer) => this.answer(answer),
    ...this.waiting.desk,
    meanwhile: "단계는 계속 바꿀 수 있다.",
  })

  private strip: Uint8ClampedArray | undefined // 표지판 셋을 나란히
  private mine: Uint8ClampedArray | undefined
  private pixels: Uint8ClampedArray = new Uint8ClampedArray(SIDE * SIDE * 3)
  private tensor: Float32Array<ArrayBuffer> = new Float32Array(3 * SMALL * SMALL)
  private asked = false
  private get ready(): boolean {
    return this.strip !== undefined || this.mine !== undefined
  }

  protected readonly look = STYLE

  protected start(): State {
    return { picture: 0, ...RIGHT }
  }

  protected encode(state: State): string {
    return pack(Math.max(state.picture, 0), ...KEYS.map((key) => state[key]))
  }

  protected decode(text: string): State | null {
    const [picture, ...words] = unpack(text)
    const known = KEYS.every((key, at) => Object.hasOwn(STEPS[key][1], words[at] ?? ""))
    if (!known || !Object.hasOwn(PICTURES, picture ?? "")) return null
    const steps = Object.fromEntries(KEYS.map((key, at) => [key, words[at]]))
    return { picture: Number(picture), ...(steps as unknown as Steps) }
  }

  protected build(): Node[] {
    this.waiting.status.textContent = this.offer
    this.file.addEventListener("change", () => void this.open())
    void this.load()
    const own = button("내 사진 열기", () => this.file.click())
    const back = button("학습 때와 같게", () => this.change({ ...RIGHT }))
    const rows = KEYS.map((key) =>
      div(
        "row",
        html("span", { class: "soft", "aria-hidden": "true" }, STEPS[key][0]),
        this.choices[key].node,
      ),
    )
    return [
      div("controls first", this.which.node, own, back, this.file),
      div(
        "columns",
        div(
          "left",
          div(
            "screens",
            html("figure", {}, html("figcaption", {}, "사진 96×96"), this.photoCanvas),
            html(
              "figure",
              {},
              html("figcaption", {}, "신경망이 받은 32×32"),
              this.seenCanvas,
            ),
          ),
          div("rows", ...rows),
        ),
        div(
          "side",
          html("p", { class: "title soft" }, "받은 값의 분포(채널마다)"),
          this.chart,
          this.numbers,
          this.bars.node,
          div("told", ...this.waiting.nodes),
        ),
      ),
      hint("연 사진은 가운데를 오려 이 브라우저 안에서만 쓰고 어디에도 보내지 않는다."),
    ]
  }

  private get offer(): string {
    return `단계나 사진을 고르면 모델과 실행기 ${(this.about.total / 1e6).toFixed(1)} MB를 받는다.`
  }

  private async load() {
    const image = new Image()
    image.src = PHOTO
    await image.decode()
    const canvas = new OffscreenCanvas(3 * SIDE, SIDE)
    const context = canvas.getContext("2d", { willReadFrequently: true })!
    context.drawImage(image, 0, 0)
    this.strip = context.getImageData(0, 0, 3 * SIDE, SIDE).data
    this.render()
    if (this.asked) void this.asking.ask()
  }

  private async open() {
    const [file] = this.file.files ?? []
    this.file.value = ""
    if (!file) return
    try {
      this.mine = await photograph(file, SIDE)
      this.change({ picture: -1 })
    } catch {
      this.waiting.status.textContent =
        "그림으로 열 수 없는 파일이다. JPEG나 PNG로 바꾸어 연다."
    }
  }

  private pick(picture: number) {
    this.mine = undefined
    this.change({ picture })
  }

  private change(change: Partial<State>) {
    this.asked = true
    this.update(change)
    void this.asking.ask()
  }

  /** 고른 사진의 RGB */
  private develop(): Uint8ClampedArray {
    const [from, width, left] = this.mine
      ? [this.mine, SIDE, 0]
      : [this.strip, 3 * SIDE, Math.max(this.state.picture, 0) * SIDE]
    const rgb = new Uint8ClampedArray(SIDE * SIDE * 3)
    if (!from) return rgb
    for (let at = 0; at < SIDE * SIDE; at++) {
      const place = 4 * (Math.floor(at / SIDE) * width + left + (at % SIDE))
      rgb.set(from.subarray(place, place + 3), 3 * at)
    }
    return rgb
  }

  protected render() {
    this.which.show(
      (this.mine ? "" : String(this.state.picture)) as keyof typeof PICTURES,
    )
    for (const key of KEYS) this.choices[key].show(this.state[key])
    this.pixels = this.develop()
    this.tensor = prepared(this.pixels, SIDE, this.state) as Float32Array<ArrayBuffer>
    paint(this.photoCanvas, SIDE, (at) => [...this.pixels.subarray(3 * at, 3 * at + 3)])
    paint(this.seenCanvas, SMALL, (at) => seen(this.tensor, at))
    const { mean, std, low, high } = summary(this.tensor)
    const told = [
      ["평균", mean],
      ["표준 편차", std],
      ["가장 작은 값", low],
      ["가장 큰 값", high],
    ] as const
    this.numbers.replaceChildren(
      ...told.map(([name, value]) =>
        html("span", {}, `${name} `, html("b", {}, show(value, 2))),
      ),
    )
    this.renderChart()
    const labels = this.about.labels!
    if (!this.bars.node.childElementCount)
      this.bars.show(Array(labels.length).fill(0), labels)
  }

  private renderChart() {
    const bars = histogram(this.tensor)
    const most = Math.max(...bars.flat(), 0.01)
    bars.forEach((line, c) => {
      const steps = line.map((part, at) => {
        const y = (HIGH - (part / most) * (HIGH - 4)).toFixed(1)
        return `V${y}H${(((at + 1) / BINS) * WIDE).toFixed(1)}`
      })
      set(this.curves[c]!, { d: `M0 ${HIGH}${steps.join("")}V${HIGH}` })
    })
    const { mean, std } = summary(this.tensor)
    const label = `신경망이 받은 값의 히스토그램. 평균 ${show(mean)}, 표준 편차 ${show(std)}`
    set(this.chart, { "aria-label": label })
  }

  private answer({ outputs }: Answer) {
    const p = outputs.probabilities!
    this.bars.show(p, this.about.labels!)
    const best = p.indexOf(Math.max(...p))
    this.waiting.status.textContent = `모델의 답은 ${this.about.labels![best]}, 확률은 ${percent(p[best]!)}.`
  }

  /** 답은 status가 소리로 알린다. */
  protected say(): string {
    return ""
  }
}

function paint(
  canvas: HTMLCanvasElement,
  side: number,
  colour: (at: number) => number[],
) {
  const image = new ImageData(side, side)
  for (let at = 0; at < side * side; at++) image.data.set([...colour(at), 255], 4 * at)
  canvas.getContext("2d")!.putImageData(image, 0, 0)
}

const STYLE = `${PROBABILITIES}
canvas { display: block; width: 100%; height: auto; image-rendering: pixelated; border-radius: .2rem; }
.first { margin: 0 0 .6rem; }
.screens { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; max-width: 22rem; }
figure { margin: 0; min-width: 0; }
figcaption { color: var(--book-soft); font-size: .65rem; }
.rows { display: grid; gap: .3rem; margin-top: .6rem; }
.row { display: grid; grid-template-columns: 3.4em 1fr; gap: .4rem; align-items: center; }
.row .choice { display: grid; grid-template-columns: repeat(3, 1fr); }
.row label { padding-inline: .1rem; font-size: .7rem; }
.chart { height: auto; margin-top: .2rem; }
.chart text { font-size: 10px; }
.line { fill: none; stroke-width: 1.6; vector-effect: non-scaling-stroke; }
.line.c0 { stroke: #d0342c; }
.line.c1 { stroke: #2a9d4a; }
.line.c2 { stroke: #2f6fde; }
.side .readout { min-height: 3.2em; color: var(--book-soft); }
.side .readout b { color: var(--book-ink); font-weight: 400; }
.told { min-height: 3.2rem; margin-top: .4rem; color: var(--book-soft); }
.status { margin: 0; }
progress { width: 100%; accent-color: var(--book-accent); }
`

customElements.define("preprocess-steps", PreprocessSteps)

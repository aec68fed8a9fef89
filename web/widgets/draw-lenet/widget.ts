// <draw-lenet data-models="…">: 그림을 고르고 고쳐 그리면 LeNet의 모든 층이 따라 바뀐다.

import { Asking, Waiting } from "../../kit/asking.ts"
import { button, choice } from "../../kit/controls.ts"
import { div, hint, html, resize, set } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { type Answer, type Described, describeModel } from "../../kit/model.ts"
import { numbers, pack, percent, unpack } from "../../kit/number.ts"
import { PROBABILITIES, Probabilities } from "../../kit/probabilities.ts"
import { drawSheet } from "../../kit/sheet.ts"
import { type Point, SIDE, stroke } from "./math.ts"

interface Layer {
  /** 모델의 출력 이름 */
  output: string
  title: string
  side: number
  columns: number
  count: number
}

const LAYERS: Layer[] = [
  {
    output: "maps1",
    title: "합성곱 1: 28×28 특성 맵 6장",
    side: 28,
    columns: 6,
    count: 6,
  },
  { output: "pool1", title: "풀링 1: 14×14로", side: 14, columns: 6, count: 6 },
  {
    output: "maps2",
    title: "합성곱 2: 10×10 특성 맵 16장",
    side: 10,
    columns: 8,
    count: 16,
  },
  { output: "pool2", title: "풀링 2: 5×5로", side: 5, columns: 8, count: 16 },
  {
    output: "hidden1",
    title: "완전 연결층 1: 유닛 120개",
    side: 1,
    columns: 40,
    count: 120,
  },
  {
    output: "hidden2",
    title: "완전 연결층 2: 유닛 84개",
    side: 1,
    columns: 42,
    count: 84,
  },
]

interface State {
  /** data-models 가운데 몇 번째인가 */
  model: number
  /** 고른 그림의 클래스와 줄. 그림을 고쳤으면 그 바탕이 된 것 */
  picked: [number, number]
}

class DrawLenet extends Widget<State> {
  private readonly names = this.dataset.models!.split(" ")
  private readonly paper = html("canvas", {
    width: SIDE,
    height: SIDE,
    class: "paper",
    role: "img",
    "aria-label": "그림을 그리는 28×28 칸. 자판을 쓴다면 아래에서 그림을 고른다.",
  })
  private readonly pen = choice("도구", { draw: "그리기", erase: "지우기" }, (tool) => {
    this.erasing = tool === "erase"
  })
  private readonly which = choice("모델", this.titles(), (at) => {
    this.change({ model: Number(at), picked: [0, 0] })
  })
  private readonly pictures = html("div", {
    class: "pictures",
    role: "group",
    "aria-label": "테스트 데이터의 그림",
  })
  private readonly waiting = new Waiting(() => void this.asking.ask())
  private readonly bars = new Probabilities()
  private readonly sheets = LAYERS.map(({ side, columns, count }) =>
    html("canvas", {
      width: columns * (side + 1) - 1,
      height: Math.ceil(count / columns) * (side + 1) - 1,
      role: "img",
    }),
  )
  private readonly asking = new Asking({
    model: () => this.names[this.state.model]!,
    question: () => (this.asked ? { pixels: this.pixels } : undefined),
    show: (answer) => this.answer(answer),
    ...this.waiting.desk,
    meanwhile: "그리던 것은 계속 그린다.",
    kept: "그림은 그대로 있다.",
  })

  private pixels: Float32Array = new Float32Array(SIDE * SIDE)
  private sheet: ImageData | undefined // 골라 볼 그림들
  private erasing = false
  private drawing = false
  /** 그리거나 고르기 전에는 모델을 받지 않는다 */
  private asked = false
  private last: Point = [0, 0]

  protected readonly look = STYLE

  protected start(): State {
    return { model: 0, picked: [0, 0] }
  }

  protected encode({ model, picked }: State): string {
    return pack(model, picked)
  }

  protected decode(text: string): State | null {
    const [model, picked] = unpack(text).map(numbers)
    const whole = [...(model ?? []), ...(picked ?? [])]
    if (whole.length !== 3 || picked?.length !== 2) return null
    if (!whole.every((value) => Number.isInteger(value) && value >= 0)) return null
    if (model![0]! >= this.names.length || picked[0]! >= 10) return null
    return { model: model![0]!, picked: picked as [number, number] }
  }

  protected build(): Node[] {
    this.pen.show("draw")
    this.listen()
    const figures = LAYERS.map(({ title }, at) =>
      html("figure", {}, html("figcaption", {}, title), this.sheets[at]!),
    )
    LAYERS.forEach(({ title }, at) => set(this.sheets[at]!, { "aria-label": title }))
    const wipe = button("모두 지우기", () => this.draw(new Float32Array(SIDE * SIDE)))
    this.waiting.status.textContent = this.offer
    void this.load()
    return [
      div(
        "controls first",
        ...(this.names.length > 1 ? [this.which.node] : []),
        this.pen.node,
        wipe,
      ),
      div(
        "columns",
        html(
          "div",
          {},
          this.paper,
          this.pictures,
          div("told", ...this.waiting.nodes),
          this.bars.node,
        ),
        html("div", { class: "inside" }, ...figures),
      ),
      hint("진할수록 그 칸의 값이 크다. 진하기는 층마다 가장 큰 값에 견준 것이다."),
    ]
  }

  private titles(): Record<string, string> {
    return Object.fromEntries(
      this.names.map((name, at) => [at, describeModel(name).title ?? name]),
    )
  }

  private get about(): Described & { total: number } {
    return describeModel(this.names[this.state.model]!)
  }

  private get offer(): string {
    const size = (this.about.total / 1e6).toFixed(1)
    return `그림을 그리거나 고르면 모델과 실행기 ${size} MB를 받는다.`
  }

  private listen() {
    const { paper } = this
    const at = ({ clientX, clientY }: PointerEvent): Point => {
      const box = paper.getBoundingClientRect()
      return [
        ((clientX - box.left) / box.width) * SIDE,
        ((clientY - box.top) / box.height) * SIDE,
      ]
    }
    paper.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button) return
      event.preventDefault()
      paper.setPointerCapture(event.pointerId)
      this.drawing = true
      this.last = at(event)
      this.draw(stroke(this.pixels, this.last, this.last, this.erasing))
    })
    paper.addEventListener("pointermove", (event) => {
      if (!this.drawing || !event.isPrimary) return
      let { pixels } = this
      const between = event.getCoalescedEvents()
      for (const moved of between.length ? between : [event]) {
        const to = at(moved)
        pixels = stroke(pixels, this.last, to, this.erasing)
        this.last = to
      }
      this.draw(pixels)
    })
    for (const end of ["pointerup", "pointercancel"] as const) {
      paper.addEventListener(end, (event) => {
        if (!this.drawing || !event.isPrimary) return
        this.drawing = false
        void this.asking.ask()
      })
    }
  }

  /** 골라 볼 그림을 받는다. 못 받아도 그릴 수는 있다. */
  private async load() {
    const { samples } = this.about
    this.sheet = undefined
    if (!samples) return this.render()
    try {
      const image = new Image()
      image.src = samples
      await image.decode()
      if (samples !== this.about.samples) return // 그사이 모델을 바꾸었다
      const canvas = set(document.createElement("canvas"), {
        width: image.naturalWidth,
        height: image.naturalHeight,
      })
      const context = canvas.getContext("2d", { willReadFrequently: true })!
      context.drawImage(image, 0, 0)
      this.sheet = context.getImageData(0, 0, canvas.width, canvas.height)
      this.pixels = this.sample(...this.state.picked)
    } catch {
      this.sheet = undefined
    }
    this.render()
  }

  private sample(label: number, row: number): Float32Array {
    const { data, width, height } = this.sheet!
    const top = (row % (height / SIDE)) * SIDE
    return Float32Array.from(this.pixels, (_, at) => {
      const x = label * SIDE + (at % SIDE)
      const y = top + Math.floor(at / SIDE)
      return data[4 * (y * width + x)]! / 255
    })
  }

  private change(change: Partial<State>) {
    const model = this.state.model
    this.update(change)
    if (this.state.model !== model) {
      this.asked = false
      this.waiting.status.textContent = this.offer
      this.clear()
      void this.load()
    }
  }

  private pick(label: number) {
    const [before, row] = this.state.picked
    const next = before === label && this.asked ? row + 1 : 0
    const rows = this.sheet!.height / SIDE
    this.pixels = this.sample(label, next)
    this.asked = true
    this.update({ picked: [label, next % rows] })
    void this.asking.ask()
  }

  private draw(pixels: Float32Array) {
    this.pixels = pixels
    this.asked = true
    this.drawPaper()
    void this.asking.ask()
  }

  private drawPaper() {
    drawSheet(this.paper, this.pixels, SIDE)
  }

  /** 모델이 바뀌면 앞 모델의 답은 남기지 않는다. */
  private clear() {
    for (const sheet of this.sheets) {
      sheet.getContext("2d")!.clearRect(0, 0, sheet.width, sheet.height)
    }
    this.bars.show(Array(10).fill(0), this.about.labels ?? [])
  }

  protected render() {
    const { model, picked } = this.state
    this.which.show(String(model))
    this.drawPaper()
    const labels = this.about.labels ?? Array.from({ length: 10 }, (_, i) => String(i))
    const buttons = resize(this.pictures, this.sheet ? labels.length : 0, () => {
      const one = button("", () => this.pick([...this.pictures.children].indexOf(one)))
      return one
    })
    buttons.forEach((one, label) => {
      one.textContent = labels[label]!
      set(one, { "aria-pressed": String(label === picked[0]) })
    })
    if (!this.bars.node.childElementCount) this.bars.show(Array(10).fill(0), labels)
  }

  private answer({ outputs, time }: Answer) {
    LAYERS.forEach(({ output, side }, at) =>
      drawSheet(this.sheets[at]!, outputs[output]!, side),
    )
    const probabilities = outputs.probabilities!
    this.bars.show(probabilities, this.about.labels ?? [])
    this.dataset.time = String(time)
    if (this.drawing) return // 긋는 동안 답이 바뀔 때마다 소리 내어 읽지는 않는다
    const best = probabilities.indexOf(Math.max(...probabilities))
    const label = this.about.labels?.[best] ?? String(best)
    const sure = percent(probabilities[best]!)
    this.waiting.status.textContent = `모델의 답은 ${label}, 확률은 ${sure}. 계산에 ${time.toFixed(1)}\u00a0ms가 걸렸다.`
  }

  /** 답은 status가 소리로 알린다. */
  protected say(): string {
    return ""
  }
}

const STYLE = `${PROBABILITIES}
canvas { display: block; width: 100%; height: auto; image-rendering: pixelated; filter: var(--c-ink); }
.first { margin: 0 0 .6rem; }
.paper { max-width: 280px; aspect-ratio: 1; cursor: crosshair; touch-action: none; background: #0000000f; border-radius: .2rem; }
.pictures { display: grid; grid-template-columns: repeat(5, 1fr); gap: .25rem; min-height: 4.25rem; margin-top: .5rem; }
.pictures button { padding: 0 .1rem; font-size: .65rem; line-height: 1.2; }
.pictures [aria-pressed=true] { border-color: var(--book-accent); color: var(--book-accent); }
.told { min-height: 4.6rem; margin-top: .5rem; color: var(--book-soft); }
.status { margin: 0; }
progress { width: 100%; accent-color: var(--book-accent); }
.inside { display: grid; gap: .5rem; align-content: start; }
figure { margin: 0; }
figcaption { color: var(--book-soft); font-size: .65rem; }
.inside canvas { background: #00000008; }
`

customElements.define("draw-lenet", DrawLenet)

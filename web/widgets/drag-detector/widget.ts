// <drag-detector data-models="cnn/yolo">: 도형을 끌면 이 페이지가 학습시킨 YOLO가 다시 찾는다.

import { Asking, Waiting } from "../../kit/asking.ts"
import { button, choice, slider } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { drag } from "../../kit/handle.ts"
import { describeModel } from "../../kit/model.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import { Plot, type Point } from "../../kit/plot.ts"
import {
  type Box,
  cellOf,
  curve,
  everyCell,
  type Found,
  GRID,
  type Item,
  judge,
  paint,
  SIZE,
  suppress,
} from "./math.ts"

/** 도형 하나: 종류, 왼쪽, 위, 한 변 */
type Shape = readonly [kind: number, x: number, y: number, side: number]

interface State {
  shapes: readonly Shape[]
  /** 점수, NMS, 정답의 문턱(%) */
  limits: readonly [number, number, number]
  after: boolean
}

const NAMES = ["원", "네모", "세모"]
const [SMALL, LARGE, MOST] = [10, 24, 6]
const CELL = SIZE / GRID
/** 새 도형을 놓을 자리 */
const PLACES: readonly Point[] = [
  [4, 34],
  [24, 20],
  [4, 36],
  [46, 42],
  [46, 24],
  [26, 14],
]
const ARROWS: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const boxOf = ([, x, y, side]: Shape): Box => [x, y, x + side, y + side]
const itemOf = (shape: Shape): Item => ({ kind: shape[0], box: boxOf(shape) })
const rectOf = ([x1, y1, x2, y2]: Box) => ({
  x: x1,
  y: y1,
  width: x2 - x1,
  height: y2 - y1,
})

class DragDetector extends Widget<State> {
  private readonly canvas = html("canvas", {
    width: SIZE,
    height: SIZE,
    "aria-hidden": "true",
  })
  private readonly cells = svg("g", { class: "cells" })
  private readonly truths = svg("g", { class: "truths" })
  private readonly marks = svg("g", { class: "marks" })
  private readonly grips = svg("g", { class: "grips" })
  private readonly picture = svg("svg", {
    viewBox: `0 0 ${SIZE} ${SIZE}`,
    role: "group",
    "aria-label": "끌어 옮길 수 있는 장면",
  })
  private readonly plot = new Plot({
    label: "정밀도-재현율 곡선",
    x: [0, 1],
    y: [0, 1.05],
    xLabel: "재현율",
    yLabel: "정밀도",
    width: 340,
    height: 200,
  })
  private readonly under = svg("path", { class: "under" })
  private readonly teeth = svg("path", { class: "teeth" })
  private readonly dots = svg("g", { class: "dots" })
  private readonly view = choice(
    "보일 상자",
    { before: "NMS 전", after: "NMS 뒤" },
    (value) => this.update({ after: value === "after" }),
  )
  private readonly sliders = ["점수의 문턱", "NMS의 IoU 문턱", "맞았다고 볼 IoU"].map(
    (name, k) =>
      slider(name, (value) => {
        const limits = [...this.state.limits] as [number, number, number]
        limits[k] = value
        this.update({ limits })
      }),
  )
  private readonly size = slider("고른 도형의 크기", (side) => this.resize(side))
  private readonly counts = html("b")
  private readonly precision = html("b")
  private readonly recall = html("b")
  private readonly ap = html("b")
  private readonly waiting = new Waiting(() => void this.asking.ask())
  private readonly adders = NAMES.map((name, kind) =>
    button(`${name} 더하기`, () => this.insert(kind)),
  )
  private readonly asking = new Asking({
    model: () => this.dataset.models!,
    question: () => ({ pixels: paint(this.items) }),
    show: ({ outputs, time }) => {
      this.out = outputs.out
      this.dataset.time = String(time)
      this.said = `계산에 ${time.toFixed(1)}\u00a0ms가 걸렸다.`
      this.render()
    },
    ...this.waiting.desk,
    meanwhile: "도형은 계속 옮길 수 있다.",
    kept: "장면은 그대로 있다.",
  })

  private out: Float32Array | undefined
  private said = ""
  private chosen = 0

  protected readonly look = STYLE

  protected start(): State {
    return {
      shapes: [
        [0, 8, 10, 18],
        [1, 38, 6, 16],
        [2, 24, 36, 20],
      ],
      limits: [30, 50, 50],
      after: true,
    }
  }

  protected encode({ shapes, limits, after }: State): string {
    return pack(after ? 1 : 0, limits, shapes.flat())
  }

  protected decode(text: string): State | null {
    const [after, limits, values] = unpack(text).map(numbers)
    if (!after || limits?.length !== 3 || !values?.length || values.length % 4)
      return null
    if (![...limits, ...values].every(Number.isInteger)) return null
    const shapes: Shape[] = []
    for (let i = 0; i < values.length; i += 4) {
      const side = clamp(values[i + 3]!, SMALL, LARGE)
      shapes.push([
        clamp(values[i]!, 0, 2),
        clamp(values[i + 1]!, 0, SIZE - side),
        clamp(values[i + 2]!, 0, SIZE - side),
        side,
      ])
    }
    if (shapes.length > MOST) return null
    const held = limits.map((limit) => clamp(limit, 5, 100)) as [number, number, number]
    return { shapes, limits: held, after: after[0] === 1 }
  }

  private get items(): Item[] {
    return this.state.shapes.map(itemOf)
  }

  protected build(): Node[] {
    const lines = Array.from({ length: GRID - 1 }, (_, k) => (k + 1) * CELL)
      .map((at) => `M${at},0V${SIZE}M0,${at}H${SIZE}`)
      .join("")
    this.picture.append(
      svg("path", { class: "lines", d: lines }),
      this.cells,
      this.truths,
      this.marks,
      this.grips,
    )
    this.plot.inside.append(this.under, this.teeth)
    this.plot.above.append(this.dots)
    this.sliders.forEach((one) => one.range(5, 100, 5))
    this.size.range(SMALL, LARGE, 1)
    const size = (describeModel(this.dataset.models!).total / 1e6).toFixed(1)
    this.waiting.status.textContent = `도형을 끌거나 더하면 모델과 실행기 ${size} MB를 받아 찾기 시작한다.`
    const remove = button("고른 것 빼기", () => this.erase(this.chosen))
    return [
      div(
        "columns",
        div(
          "left",
          div("scene", this.canvas, this.picture),
          div(
            "controls",
            ...this.adders,
            remove,
            button("처음으로", () => this.again()),
          ),
          this.size.node,
          div("told", ...this.waiting.nodes),
        ),
        div(
          "side",
          this.view.node,
          ...this.sliders.map((one) => one.node),
          html(
            "p",
            { class: "readout" },
            html("span", {}, "상자 ", this.counts),
            html("span", {}, "정밀도 ", this.precision),
            html("span", {}, "재현율 ", this.recall),
            html("span", {}, "AP ", this.ap),
          ),
          this.plot.node,
        ),
      ),
      hint(
        "도형을 끈다. Tab으로 골라 화살표 키로 옮기고, Delete로 뺀다. 칠해진 칸이 그 도형을 맡는다. 점선이 정답, 실선이 찾은 상자이고, 틀린 것은 붉다. AP는 세 클래스를 한데 모아 이 한 장에서 구한 것이다.",
      ),
    ]
  }

  private again() {
    this.chosen = 0
    this.reset()
    void this.asking.ask()
  }

  private change(shapes: readonly Shape[]) {
    this.update({ shapes })
    void this.asking.ask()
  }

  private move(i: number, x: number, y: number) {
    const [kind, , , side] = this.state.shapes[i]!
    const held = (v: number) => clamp(Math.round(v), 0, SIZE - side)
    this.change(this.state.shapes.with(i, [kind, held(x), held(y), side]))
  }

  private resize(side: number) {
    const shape = this.state.shapes[this.chosen]
    if (!shape) return
    const [kind, x, y] = shape
    const held = (v: number) => Math.min(v, SIZE - side)
    this.change(this.state.shapes.with(this.chosen, [kind, held(x), held(y), side]))
  }

  private insert(kind: number) {
    const { shapes } = this.state
    if (shapes.length >= MOST) return
    const [x, y] = PLACES[shapes.length % PLACES.length]!
    this.chosen = shapes.length
    this.change([...shapes, [kind, x, y, 16]])
  }

  private erase(i: number) {
    if (this.state.shapes.length < 2) return
    this.chosen = 0
    this.change(this.state.shapes.toSpliced(i, 1))
  }

  private grip(i: number): SVGGElement {
    const node = svg("g", { tabindex: 0, role: "slider" }, svg("rect"))
    let from: Point = [0, 0]
    const at = (event: PointerEvent): Point => {
      const box = this.picture.getBoundingClientRect()
      return [
        ((event.clientX - box.left) / box.width) * SIZE,
        ((event.clientY - box.top) / box.height) * SIZE,
      ]
    }
    drag(node, (event, first) => {
      const [x, y] = at(event)
      const [, left, top] = this.state.shapes[i]!
      if (first) {
        node.focus({ preventScroll: true })
        from = [x - left, y - top]
      } else this.move(i, x - from[0], y - from[1])
    })
    node.addEventListener("touchstart", (event) => event.preventDefault(), {
      passive: false,
    })
    node.addEventListener("focus", () => {
      this.chosen = i
      this.render()
    })
    node.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key]
      const [, x, y] = this.state.shapes[i]!
      const times = event.shiftKey ? 5 : 1
      if (arrow) this.move(i, x + arrow[0] * times, y + arrow[1] * times)
      else if (/^(Delete|Backspace)$/.test(event.key)) this.erase(i)
      else return
      event.preventDefault()
    })
    return node
  }

  protected render() {
    const { shapes, limits, after } = this.state
    this.chosen = Math.min(this.chosen, shapes.length - 1)
    this.view.show(after ? "after" : "before")
    this.sliders.forEach((one, k) => one.show(limits[k]!, show(limits[k]! / 100)))
    const side = shapes[this.chosen]![3]
    this.size.show(side, `${side}픽셀`)
    this.adders.forEach((one) => (one.disabled = shapes.length >= MOST))
    this.drawScene()
    this.drawFound()
  }

  private drawScene() {
    const { items } = this
    const pixels = paint(items)
    const image = new ImageData(SIZE, SIZE)
    for (let at = 0; at < SIZE * SIZE; at++) {
      for (let c = 0; c < 3; c++)
        image.data[4 * at + c] = 255 * pixels[c * SIZE * SIZE + at]!
      image.data[4 * at + 3] = 255
    }
    this.canvas.getContext("2d")!.putImageData(image, 0, 0)
    const cells = resize(this.cells, items.length, () =>
      svg("rect", { width: CELL, height: CELL }),
    )
    const truths = resize(this.truths, items.length, () => svg("rect"))
    while (this.grips.childElementCount < items.length) {
      this.grips.append(this.grip(this.grips.childElementCount))
    }
    resize(this.grips, items.length, () => svg("g"))
    items.forEach(({ kind, box }, i) => {
      const [row, column] = cellOf(box)
      set(cells[i]!, { x: column * CELL, y: row * CELL })
      set(truths[i]!, rectOf(box))
      const grip = this.grips.children[i]!
      set(grip.firstElementChild!, rectOf(box))
      grip.classList.toggle("chosen", i === this.chosen)
      set(grip, {
        "aria-label": `${NAMES[kind]} ${i + 1}`,
        "aria-valuetext": `x ${box[0]}, y ${box[1]}, ${row}행 ${column}열이 맡는다`,
        "aria-valuenow": box[0],
        "aria-valuemin": 0,
        "aria-valuemax": SIZE,
      })
    })
  }

  private drawFound() {
    const [score, nms, judged] = this.state.limits.map((limit) => limit / 100)
    const every = (this.out ? everyCell(this.out) : []).filter(
      (one) => one.score >= score!,
    )
    const found = this.state.after ? suppress(every, nms!) : every
    const { items } = this
    const answers = judge(found, items, judged!)
    const marks = resize(this.marks, answers.length, () =>
      svg("g", {}, svg("rect"), svg("text")),
    )
    answers.forEach(({ found, hit }, i) => this.drawMark(marks[i]!, found, hit))
    const hits = answers.map(({ hit }) => hit)
    const { precision, recall, best, ap } = curve(hits, items.length)
    const last = hits.length - 1
    this.counts.textContent = this.out ? `${hits.length}개` : "–"
    this.precision.textContent = last < 0 ? "–" : show(precision[last]!)
    this.recall.textContent = this.out ? show(recall[last] ?? 0) : "–"
    this.ap.textContent = this.out ? show(ap) : "–"
    const points = recall.map((r, k): Point => [r, precision[k]!])
    const steps = recall.flatMap((r, k): Point[] => [
      [recall[k - 1] ?? 0, best[k]!],
      [r, best[k]!],
    ])
    const end = recall[last] ?? 0
    set(this.under, {
      d: steps.length ? `${this.plot.line([[0, 0], ...steps, [end, 0]])}Z` : "",
    })
    set(this.teeth, { d: this.plot.line(points) })
    const dots = resize(this.dots, points.length, () => svg("circle", { r: 3.5 }))
    points.forEach(([x, y], k) => {
      set(dots[k]!, {
        cx: this.plot.x(x),
        cy: this.plot.y(y),
        class: hits[k] ? "" : "wrong",
      })
    })
    if (this.out && !this.grips.querySelector(".held"))
      this.waiting.status.textContent = this.tell(hits)
  }

  private drawMark(node: SVGGElement, { box, kind, score }: Found, hit: boolean) {
    const [rect, text] = node.children as unknown as [SVGRectElement, SVGTextElement]
    set(node, { class: hit ? "" : "wrong" })
    set(rect, rectOf(box))
    set(text, { x: clamp(box[0], 0, SIZE - 12), y: Math.max(box[1] - 0.8, 3) })
    text.textContent = `${NAMES[kind]} ${score.toFixed(2)}`
  }

  private tell(hits: readonly boolean[]): string {
    const right = hits.filter(Boolean).length
    const total = this.state.shapes.length
    const wrong = hits.length - right
    return `도형 ${total}개 가운데 ${right}개를 찾았고 ${wrong}개를 틀렸다. ${this.said}`
  }

  /** 답은 status가 소리로 알린다. */
  protected say(): string {
    return ""
  }
}

const STYLE = `
.scene { position: relative; width: 100%; max-width: 340px; aspect-ratio: 1; }
.scene canvas { display: block; width: 100%; height: 100%; image-rendering: pixelated; border-radius: .2rem; }
.scene svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.lines { fill: none; stroke: #fff; stroke-opacity: .16; stroke-width: .2; }
.cells rect { fill: #fff; fill-opacity: .28; }
.truths rect { fill: none; stroke: #fff; stroke-width: .4; stroke-dasharray: 1.2 .8; }
.marks rect { fill: none; stroke: #ffe066; stroke-width: .7; }
.marks .wrong rect { stroke: #ff6b6b; }
.marks text { fill: #fff; font-size: 3.2px; paint-order: stroke; stroke: #181c28; stroke-width: .8px; }
.marks { pointer-events: none; }
.grips rect { fill: transparent; cursor: grab; }
.grips g { outline: none; }
.grips .held rect { cursor: grabbing; }
.grips g:focus-visible rect { stroke: #fff; stroke-width: .9; }
.side { display: grid; gap: .3rem; align-content: start; }
.side svg { height: 200px; }
.under { fill: var(--c1); fill-opacity: .3; }
.teeth { fill: none; stroke: var(--c0); stroke-width: 1.5; }
.dots circle { fill: var(--c0); }
.dots .wrong { fill: var(--c3); }
.left .slider { margin-top: .5rem; }
.told { min-height: 5rem; margin-top: .2rem; color: var(--book-soft); }
.status { margin: 0; }
progress { width: 100%; accent-color: var(--book-accent); }
`

customElements.define("drag-detector", DragDetector)

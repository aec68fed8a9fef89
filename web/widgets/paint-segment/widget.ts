// <paint-segment data-models="…">: 도형을 찍고 칠하면 U-Net이 픽셀마다 답한다.

import { Asking, Waiting } from "../../kit/asking.ts"
import { button, choice, slider } from "../../kit/controls.ts"
import { div, hint, html, set } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { type Answer, describeModel } from "../../kit/model.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import {
  blank,
  bright,
  brush,
  type Color,
  KINDS,
  largest,
  noisy,
  type Painting,
  type Point,
  random,
  SIDE,
  scene,
  score,
  stamp,
  toInput,
} from "./math.ts"

const TOOLS = { circle: "원", square: "네모", triangle: "세모", erase: "지우기" }
type Tool = keyof typeof TOOLS
/** 클래스의 번호마다의 도구 */
const ORDER: Tool[] = ["erase", "circle", "square", "triangle"]
const WAYS = { stamp: "찍기", brush: "칠하기" }
type Way = keyof typeof WAYS
const MOST_SIZE = 24
const LAST_SCENE = 99
/** 클래스의 빛깔. 글의 그림과 같다 */
const COLORS: Color[] = [
  [0, 0, 0],
  [76, 120, 168],
  [245, 133, 24],
  [84, 162, 75],
]
const FAINT = 28
const ARROWS: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface State {
  kind: number
  way: Way
  size: number
  /** 처음에 놓인 장면과 잡음의 씨앗 */
  scene: number
  /** 자판으로 칠할 자리 */
  cursor: Point
}

const screen = (label: string) =>
  html("canvas", { width: SIDE, height: SIDE, role: "img", "aria-label": label })

class PaintSegment extends Widget<State> {
  private readonly name = this.dataset.models!.split(" ")[0]!
  private readonly paper = set(screen("그리는 칸"), {
    class: "paper",
    tabindex: 0,
    role: "application",
  })
  private readonly mark = html("span", { class: "mark", "aria-hidden": "true" })
  private readonly truth = screen("칠한 것, 곧 정답")
  private readonly found = screen("U-Net의 답")
  private readonly tool = choice("무엇을", TOOLS, (tool) =>
    this.update({ kind: ORDER.indexOf(tool) }),
  )
  private readonly way = choice("어떻게", WAYS, (way) => this.update({ way }))
  private readonly size = slider("크기", (size) => this.update({ size }))
  private readonly table = html("table")
  private readonly accuracy = html("p", { class: "readout" })
  private readonly waiting = new Waiting(() => void this.asking.ask())
  private readonly asking = new Asking({
    model: () => this.name,
    question: () => (this.asked ? { pixels: toInput(this.image) } : undefined),
    show: (answer) => this.answer(answer),
    ...this.waiting.desk,
    meanwhile: "그동안에도 그릴 수 있다.",
    kept: "그림은 그대로 있다.",
  })

  private painting!: Painting
  private base!: Painting
  private image!: Uint8Array
  private labels: Uint8Array | undefined // 모델의 답
  private next = random(1)
  private color: Color = [255, 255, 255]
  private drawing = false
  /** 그리기 전에는 모델을 받지 않는다 */
  private asked = false
  private last: Point = [0, 0]

  protected readonly look = STYLE

  protected start(): State {
    return { kind: 1, way: "stamp", size: 14, scene: 1, cursor: [24, 24] }
  }

  protected encode({ kind, way, size, scene, cursor }: State): string {
    return pack(kind, way, size, scene, cursor)
  }

  protected decode(text: string): State | null {
    const [kind, way, size, made, cursor] = unpack(text)
    const values = [kind, size, made].map((one) => numbers(one)?.[0] ?? -1)
    const at = numbers(cursor)
    const limits = [3, MOST_SIZE, LAST_SCENE, SIDE - 1, SIDE - 1]
    const all = [...values, ...(at ?? [])]
    const good =
      all.length === 5 &&
      Object.hasOwn(WAYS, way ?? "") &&
      all.every(
        (value, i) => Number.isInteger(value) && value >= 0 && value <= limits[i]!,
      )
    if (!good || values[1]! < 1) return null
    return {
      kind: values[0]!,
      way: way as Way,
      size: values[1]!,
      scene: values[2]!,
      cursor: [at![0]!, at![1]!],
    }
  }

  protected build(): Node[] {
    this.size.range(1, MOST_SIZE, 1)
    const total = (describeModel(this.name).total / 1e6).toFixed(1)
    this.waiting.status.textContent = `그리거나 장면을 바꾸면 모델과 실행기 ${total} MB를 받는다.`
    this.listen()
    this.lay(scene(this.state.scene))
    const figure = (title: string, ...inside: Node[]) =>
      html("figure", {}, html("figcaption", {}, title), div("board", ...inside))
    return [
      div("controls first", this.tool.node, this.way.node, this.size.node),
      div(
        "screens",
        figure("그림", this.paper, this.mark),
        figure("칠한 것(정답)", this.truth),
        figure("U-Net의 답", this.found),
      ),
      div(
        "controls",
        button("다른 장면", () => this.another()),
        button("모두 지우기", () => this.paint(this.base)),
      ),
      this.accuracy,
      this.table,
      div("told", ...this.waiting.nodes),
      hint(
        "그림을 누르거나 끌어서 그린다. 자판으로는 그림에 초점을 두고 화살표 키로 옮긴 뒤 " +
          "사이 띄개로 그린다. 회색은 배경, 파랑은 원, 주황은 네모, 초록은 세모다.",
      ),
    ]
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
      paper.focus({ preventScroll: true })
      paper.setPointerCapture(event.pointerId)
      this.drawing = true
      this.color = bright(this.next)
      this.last = at(event)
      this.touch(this.last)
    })
    paper.addEventListener("pointermove", (event) => {
      if (!this.drawing || !event.isPrimary || this.state.way === "stamp") return
      const between = event.getCoalescedEvents()
      for (const moved of between.length ? between : [event]) this.touch(at(moved))
    })
    for (const end of ["pointerup", "pointercancel"] as const) {
      paper.addEventListener(end, (event) => {
        if (!this.drawing || !event.isPrimary) return
        this.drawing = false
        void this.asking.ask()
      })
    }
    paper.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key]
      const [x, y] = this.state.cursor
      if (arrow) {
        const step = event.shiftKey ? 5 : 1
        const move = (value: number, by: number) =>
          clamp(value + step * by, 0, SIDE - 1)
        this.update({ cursor: [move(x, arrow[0]), move(y, arrow[1])] })
      } else if (event.key === " " || event.key === "Enter") {
        this.color = bright(this.next)
        this.last = [x + 0.5, y + 0.5]
        this.touch(this.last)
      } else return
      event.preventDefault()
    })
  }

  /** 지금의 도구로 그 자리에 그린다 */
  private touch(to: Point) {
    const { kind, way, size } = this.state
    const { painting, base, color, last } = this
    this.paint(
      way === "stamp"
        ? stamp(painting, base, kind, color, to, size)
        : brush(painting, base, kind, color, last, to, size),
    )
    this.last = to
  }

  private another() {
    this.update({ scene: (this.state.scene + 1) % (LAST_SCENE + 1) })
    this.lay(scene(this.state.scene))
    this.paint(this.painting)
  }

  private lay(painting: Painting) {
    this.base = blank(this.state.scene)
    this.next = random(this.state.scene + 3000)
    this.see(painting)
  }

  private see(painting: Painting) {
    this.painting = painting
    this.image = noisy(painting.colors, this.state.scene)
  }

  private paint(painting: Painting) {
    this.see(painting)
    this.asked = true
    this.draw()
    void this.asking.ask()
  }

  protected render() {
    const { kind, way, size, cursor } = this.state
    this.tool.show(ORDER[kind]!)
    this.way.show(way)
    this.size.show(size, String(size), `${size}칸`)
    const label = `그리는 48×48 칸. 자리는 가로 ${cursor[0]}, 세로 ${cursor[1]}`
    set(this.paper, { "aria-label": label })
    this.mark.style.setProperty("--x", String((cursor[0] + 0.5) / SIDE))
    this.mark.style.setProperty("--y", String((cursor[1] + 0.5) / SIDE))
    this.draw()
  }

  private draw() {
    const image = new ImageData(SIDE, SIDE)
    for (let at = 0; at < SIDE * SIDE; at++) {
      image.data.set(this.image.subarray(3 * at, 3 * at + 3), 4 * at)
      image.data[4 * at + 3] = 255
    }
    this.paper.getContext("2d")!.putImageData(image, 0, 0)
    drawLabels(this.truth, this.painting.labels)
    this.judge()
  }

  private judge() {
    const { labels } = this.painting
    const scores = this.labels && score(labels, this.labels)
    const cell = (value: number | undefined) =>
      value === undefined ? "–" : Number.isNaN(value) ? "없음" : show(value, 3)
    const row = (tag: "th" | "td", ...texts: string[]) =>
      html(
        "tr",
        {},
        ...texts.map((text, at) =>
          html(
            at ? tag : "th",
            {
              scope: at ? (tag === "th" ? "col" : null) : tag === "th" ? "col" : "row",
            },
            text,
          ),
        ),
      )
    this.table.replaceChildren(
      row("th", "클래스", "IoU", "Dice"),
      ...KINDS.map((name, k) =>
        row("td", name, cell(scores?.iou[k]), cell(scores?.dice[k])),
      ),
    )
    const percent = (p: number | undefined) =>
      p === undefined ? "–" : `${(100 * p).toFixed(1)}%`
    this.accuracy.replaceChildren(
      html("span", {}, "픽셀 정확도 ", html("b", {}, percent(scores?.accuracy))),
      html("span", { class: "soft" }, `‘모두 배경’이면 ${percent(scores?.nothing)}`),
    )
  }

  private answer({ outputs, time }: Answer) {
    this.labels = largest(outputs.probabilities!)
    drawLabels(this.found, this.labels)
    this.judge()
    this.dataset.time = String(time)
    if (this.drawing) return // 긋는 동안 답이 바뀔 때마다 소리 내어 읽지는 않는다
    const { accuracy } = score(this.painting.labels, this.labels)
    const right = (100 * accuracy).toFixed(1)
    this.waiting.status.textContent = `U-Net이 픽셀의 ${right}%를 맞혔다. 계산에 ${time.toFixed(1)}\u00a0ms가 걸렸다.`
  }

  /** 답은 status가 소리로 알린다. */
  protected say(): string {
    return ""
  }
}

function drawLabels(canvas: HTMLCanvasElement, labels: Uint8Array) {
  const image = new ImageData(SIDE, SIDE)
  labels.forEach((kind, at) => {
    image.data.set(COLORS[kind] ?? COLORS[0]!, 4 * at)
    image.data[4 * at + 3] = kind ? 255 : FAINT
  })
  canvas.getContext("2d")!.putImageData(image, 0, 0)
}

const STYLE = `
canvas { display: block; width: 100%; height: auto; aspect-ratio: 1; image-rendering: pixelated; border-radius: .2rem; }
.first { margin: 0 0 .6rem; }
.first .slider { flex: 1 1 8rem; max-width: 14rem; }
.screens { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; }
.screens figure:first-child { grid-column: 1 / -1; }
@container (min-width: 600px) {
  .screens { grid-template-columns: repeat(3, 1fr); }
  .screens figure:first-child { grid-column: auto; }
}
figure { margin: 0; }
figcaption { color: var(--book-soft); font-size: .65rem; }
.board { position: relative; border: 1px solid var(--book-line); border-radius: .2rem; }
.paper { cursor: crosshair; touch-action: none; }
.paper:focus-visible { outline: 2px solid var(--book-accent); outline-offset: 2px; }
.mark { position: absolute; left: calc(100% * var(--x)); top: calc(100% * var(--y)); width: 14px; height: 14px; margin: -7px; border: 2px solid #fff; border-radius: 50%; box-shadow: 0 0 0 1px #000; pointer-events: none; visibility: hidden; }
.paper:focus-visible + .mark { visibility: visible; }
table { width: 100%; max-width: 26rem; margin: .3rem 0 0; border-collapse: collapse; }
th, td { padding: .1rem .4rem; border-bottom: 1px solid var(--book-line); text-align: end; font-weight: 400; }
th:first-child { text-align: start; }
tr:first-child th { color: var(--book-soft); }
.told { min-height: 3.4rem; margin-top: .4rem; color: var(--book-soft); }
.status { margin: 0; }
progress { width: 100%; accent-color: var(--book-accent); }
`

customElements.define("paint-segment", PaintSegment)

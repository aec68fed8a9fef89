// <augment-stack>: 증강을 켜고 끄면 사진과 상자와 마스크가 함께 따라온다.

import { button, slider } from "../../kit/controls.ts"
import { div, hint, html } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { numbers, pack, show, unpack } from "../../kit/number.ts"
import {
  type Box,
  compose,
  ORDER,
  type Sample,
  SIDE,
  STEPS,
  type Step,
  scene,
} from "./math.ts"

const ZOOM = 8
const LAST_SEED = 99
const COLOURS = ["#ffb000", "#ffffff", "#ff5fb0"]

interface State {
  /** 켠 것들. ORDER의 차례다 */
  on: Step[]
  seed: number
  /** 백분율 */
  p: number
  least: number
}

class AugmentStack extends Widget<State> {
  private readonly sample = scene()
  private readonly source = screen("원래 사진")
  private readonly target = screen("바꾼 사진")
  private readonly boxes = new Map(
    ORDER.map((step) => [step, check(step, () => this.toggle(step))]),
  )
  private readonly seed = slider("씨앗", (seed) => this.update({ seed }))
  private readonly p = slider("확률 p", (p) => this.update({ p }))
  private readonly least = slider("남길 몫", (least) => this.update({ least }))
  private readonly told = html("p", { class: "readout" })

  protected readonly look = STYLE

  protected start(): State {
    return { on: ["flip", "affine"], seed: 1, p: 100, least: 25 }
  }

  protected encode({ on, seed, p, least }: State): string {
    const bits = ORDER.reduce(
      (sum, step, i) => sum + (on.includes(step) ? 2 ** i : 0),
      0,
    )
    return pack(bits, seed, p, least)
  }

  protected decode(text: string): State | null {
    const values = unpack(text).map((part) => numbers(part)?.[0] ?? NaN)
    const most = [2 ** ORDER.length - 1, LAST_SEED, 100, 100]
    const good =
      values.length === 4 &&
      values.every((v, i) => Number.isInteger(v) && v >= 0 && v <= most[i]!)
    if (!good) return null
    const [bits, seed, p, least] = values as [number, number, number, number]
    return { on: ORDER.filter((_, i) => bits & (2 ** i)), seed, p, least }
  }

  protected build(): Node[] {
    this.seed.range(0, LAST_SEED, 1)
    this.p.range(0, 100, 5)
    this.least.range(0, 100, 5)
    draw(this.source, this.sample, this.sample.names)
    const figure = (title: string, canvas: HTMLCanvasElement) =>
      html("figure", {}, html("figcaption", {}, title), canvas)
    const steps = html("div", { class: "steps", role: "group", "aria-label": "증강" })
    steps.append(...[...this.boxes.values()].map(({ label }) => label))
    return [
      steps,
      div("sliders", this.seed.node, this.p.node, this.least.node),
      div(
        "screens",
        figure("원래 사진", this.source),
        figure("바꾼 사진", this.target),
      ),
      this.told,
      div(
        "controls",
        button("다음 씨앗", () =>
          this.update({ seed: (this.state.seed + 1) % (LAST_SEED + 1) }),
        ),
        button("모두 끄기", () => this.update({ on: [] })),
        button("처음으로", () => this.reset()),
      ),
      hint(
        "네모는 상자, 밝은 칸은 마스크다. 남은 몫이 모자란 물체는 상자와 마스크가 함께 빠진다.",
      ),
    ]
  }

  private toggle(step: Step) {
    const { on } = this.state
    this.update({ on: ORDER.filter((one) => (one === step) !== on.includes(one)) })
  }

  private get result() {
    const { on, seed, p, least } = this.state
    return compose(this.sample, on, seed, p / 100, least / 100)
  }

  protected render() {
    const { on, seed, p, least } = this.state
    for (const [step, { input }] of this.boxes) input.checked = on.includes(step)
    this.seed.show(seed, String(seed))
    this.p.show(p, show(p / 100))
    this.least.show(least, show(least / 100))
    const result = this.result
    draw(this.target, result, this.sample.names)
    const shares = this.sample.names.map((name, i) => {
      const gone = !result.names.includes(name)
      return html(
        "span",
        {},
        `${name} `,
        html("b", {}, show(result.shares[i]!)),
        gone ? " 빠짐" : "",
      )
    })
    const done = result.done.map((step) => STEPS[step]).join(", ") || "없음"
    this.told.replaceChildren(
      html("span", { class: "done" }, `한 것: ${done}`),
      ...shares,
    )
  }

  protected say(): string {
    const { done, names } = this.result
    return `한 것: ${done.map((step) => STEPS[step]).join(", ") || "없음"}. 남은 물체: ${names.join(", ") || "없음"}.`
  }
}

function screen(label: string): HTMLCanvasElement {
  return html("canvas", {
    width: SIDE * ZOOM,
    height: SIDE * ZOOM,
    role: "img",
    "aria-label": label,
  })
}

function check(step: Step, press: () => void) {
  const input = html("input", { type: "checkbox" })
  input.addEventListener("change", press)
  return { input, label: html("label", {}, input, STEPS[step]) }
}

/** 사진 위에 마스크를 밝게, 상자를 선으로. 빛깔은 물체마다 다르다 */
function draw(
  canvas: HTMLCanvasElement,
  { pixels, masks, boxes, names }: Sample,
  all: string[],
) {
  const image = new ImageData(SIDE, SIDE)
  for (let i = 0; i < SIDE * SIDE; i++) {
    const seen = masks.some((mask) => mask[i])
    for (let c = 0; c < 3; c++) {
      const value = pixels[3 * i + c]!
      image.data[4 * i + c] = seen ? value + 0.3 * (255 - value) : value
    }
    image.data[4 * i + 3] = 255
  }
  const small = html("canvas", { width: SIDE, height: SIDE })
  small.getContext("2d")!.putImageData(image, 0, 0)
  const context = canvas.getContext("2d")!
  context.imageSmoothingEnabled = false
  context.drawImage(small, 0, 0, canvas.width, canvas.height)
  context.lineWidth = 3
  boxes.forEach(([x1, y1, x2, y2]: Box, i) => {
    context.strokeStyle = COLOURS[all.indexOf(names[i]!)]!
    context.strokeRect(ZOOM * x1, ZOOM * y1, ZOOM * (x2 - x1), ZOOM * (y2 - y1))
  })
}

const STYLE = `
.steps { display: flex; flex-wrap: wrap; gap: .1rem .9rem; margin-bottom: .4rem; }
.steps label { display: inline-flex; align-items: center; gap: .3rem; min-height: 1.6rem; }
.sliders { display: grid; gap: .2rem 1rem; }
@container (min-width: 600px) { .sliders { grid-template-columns: 1fr 1fr 1fr; } }
.screens { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; max-width: 34rem; margin: .5rem auto; }
figure { margin: 0; }
figcaption { color: var(--book-soft); font-size: .65rem; }
canvas { display: block; width: 100%; height: auto; aspect-ratio: 1; border-radius: .2rem; }
.readout { min-height: 3.2em; }
`

customElements.define("augment-stack", AugmentStack)

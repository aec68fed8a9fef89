// 축이 있는 그림판. 데이터의 자리와 화면의 자리를 서로 옮긴다.

import { type ScaleLinear, scaleLinear } from "d3-scale"
import { svg } from "./dom.ts"
import { show } from "./number.ts"

export type Point = [number, number]
export type Range = [number, number]

const SIDE = { left: 40, right: 12, top: 12, bottom: 40 }

export interface Options {
  label: string
  x: Range
  y: Range
  xLabel: string
  yLabel: string
  width?: number
  height?: number
  ticks?: number
}

export class Plot {
  readonly node: SVGSVGElement
  /** 축의 안쪽만 보이는 바탕. 선과 곡선은 여기에 둔다 */
  readonly inside = svg("g", { class: "inside" })
  /** 손잡이와 글씨. 축 밖으로 조금 나가도 보인다 */
  readonly above = svg("g")
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleLinear<number, number>
  private readonly axes = svg("g", { class: "axes", "aria-hidden": "true" })
  private readonly options: Options

  constructor(options: Options) {
    this.options = options
    const { width = 340, height = 300, x, y, label } = options
    this.x = scaleLinear(x, [SIDE.left, width - SIDE.right])
    this.y = scaleLinear(y, [height - SIDE.bottom, SIDE.top])
    const clip = `inside-${Math.random().toString(36).slice(2)}`
    const frame = {
      x: SIDE.left,
      y: SIDE.top,
      width: width - SIDE.left - SIDE.right,
      height: height - SIDE.top - SIDE.bottom,
    }
    this.inside.setAttribute("clip-path", `url(#${clip})`)
    this.node = svg(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": label },
      svg("clipPath", { id: clip }, svg("rect", frame)),
      this.axes,
      svg("rect", { ...frame, class: "ground" }),
      this.inside,
      this.above,
    )
    this.draw()
  }

  get ground(): SVGRectElement {
    return this.node.querySelector(".ground")!
  }

  /** 축의 범위를 바꾼다. 같은 범위면 아무것도 하지 않는다. */
  range(x: Range, y: Range) {
    if (`${this.x.domain()},${this.y.domain()}` === `${x},${y}`) return
    this.x.domain(x)
    this.y.domain(y)
    this.draw()
  }

  /** 화면에서 짚은 곳의 데이터 값 */
  at(event: { clientX: number; clientY: number }): Point {
    const screen = this.node.getScreenCTM()!.inverse()
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(screen)
    return [this.x.invert(x), this.y.invert(y)]
  }

  /** 점들을 이은 path의 d */
  line(points: readonly Point[]): string {
    const pixel = (value: number) => Math.max(-1e4, Math.min(1e4, value)).toFixed(2)
    return points
      .map(([x, y], i) => `${i ? "L" : "M"}${pixel(this.x(x))},${pixel(this.y(y))}`)
      .join("")
  }

  private draw() {
    const { x, y } = this
    const [left, right] = x.range() as Range
    const [bottom, top] = y.range() as Range
    const { ticks = 5, xLabel, yLabel } = this.options
    this.axes.replaceChildren(
      ...x
        .ticks(ticks)
        .flatMap((tick) => [
          svg("path", { d: `M${x(tick)},${top}V${bottom}` }),
          svg("text", { x: x(tick), y: bottom + 16, class: "middle" }, show(tick)),
        ]),
      ...y
        .ticks(ticks)
        .flatMap((tick) => [
          svg("path", { d: `M${left},${y(tick)}H${right}` }),
          svg("text", { x: left - 6, y: y(tick) + 4, class: "end" }, show(tick)),
        ]),
      svg("text", { x: right, y: bottom + 33, class: "end name" }, xLabel),
      svg("text", { x: left + 6, y: top + 12, class: "name" }, yLabel),
    )
  }
}

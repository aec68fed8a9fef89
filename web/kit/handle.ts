// 끌고 다니는 손잡이. 마우스, 손가락, 화살표 키가 모두 같은 일을 한다.

import { set, svg } from "./dom.ts"
import { clamp, snap } from "./number.ts"
import type { Plot, Point } from "./plot.ts"

export interface Grip {
  plot: Plot
  /** 한 번에 움직이는 크기. Shift를 누르면 다섯 배 */
  step: Point
  /** 지금 자리. 손잡이가 사라졌으면 부르지 않는다 */
  at(): Point
  move(to: Point): void
  remove?(): void
}

const ARROWS: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

export function handle(shape: string, grip: Grip): SVGGElement {
  const node = svg(
    "g",
    { class: `handle ${shape}`, tabindex: 0, role: "slider" },
    svg("circle", { r: 22, class: "reach" }),
    svg("path", { d: SHAPES[shape]! }),
  )
  const { plot, step } = grip
  const go = ([x, y]: Point) => {
    const [left, right] = plot.x.domain() as Point
    const [bottom, top] = plot.y.domain() as Point
    grip.move([
      clamp(snap(x, step[0]), left, right),
      clamp(snap(y, step[1]), bottom, top),
    ])
  }
  drag(node, (event, first) => {
    if (first) node.focus({ preventScroll: true })
    else go(plot.at(event))
  })
  // touch-action은 svg 속의 요소에 듣지 않는다. 손잡이를 끄는 동안 페이지가 구르지 않게 한다.
  node.addEventListener("touchstart", (event) => event.preventDefault(), {
    passive: false,
  })
  node.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key]
    if (arrow) {
      const [x, y] = grip.at()
      const times = event.shiftKey ? 5 : 1
      go([x + arrow[0] * step[0] * times, y + arrow[1] * step[1] * times])
    } else if (grip.remove && /^(Delete|Backspace)$/.test(event.key)) grip.remove()
    else return
    event.preventDefault()
  })
  return node
}

const SHAPES: Record<string, string> = {
  point: "M-7,0A7,7,0,1,1,7,0A7,7,0,1,1,-7,0Z",
  square: "M-7,-7H7V7H-7Z",
}

/** 손잡이를 옮기고, 화면을 못 보는 사람에게 들릴 이름과 값을 단다. */
export function place(
  node: SVGGElement,
  plot: Plot,
  at: Point,
  label: string,
  text: string,
) {
  const [low, high] = plot.y.domain() as Point
  set(node, {
    transform: `translate(${plot.x(at[0])},${plot.y(at[1])})`,
    "aria-label": label,
    "aria-valuetext": text,
    "aria-valuenow": at[1],
    "aria-valuemin": low,
    "aria-valuemax": high,
  })
}

/** 누른 때부터 놓을 때까지. 화면 밖으로 나가도 놓치지 않는다. */
export function drag(
  node: SVGElement,
  move: (event: PointerEvent, first: boolean) => void,
) {
  node.addEventListener("pointerdown", (event) => {
    if (event.button) return
    event.preventDefault()
    node.setPointerCapture(event.pointerId)
    node.classList.add("held")
    move(event, true)
  })
  node.addEventListener("pointermove", (event) => {
    if (node.hasPointerCapture(event.pointerId)) move(event, false)
  })
  node.addEventListener("lostpointercapture", () => node.classList.remove("held"))
}

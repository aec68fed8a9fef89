// <kmeans-step>: 할당과 이동을 반걸음씩. 중심점을 끌면 거기서 다시 시작한다.

import { button, choice, Player } from "../../kit/controls.ts"
import { beside, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { handle, place } from "../../kit/handle.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { Plot, type Range } from "../../kit/plot.ts"
import { type Frame, lloyd, type Point } from "./math.ts"

const NAMES = { groups: "세 무리", houses: "네 집", rows: "두 줄" }
type Name = keyof typeof NAMES

interface State {
  data: Name
  /** 출발점 */
  start: Point[]
  /** 보이는 반걸음 */
  shown: number
}

const AROUND: Point[] = [
  [-0.9, 0.2],
  [-0.4, -0.8],
  [0.1, 0.9],
  [0.3, -0.3],
  [0.9, 0.5],
  [-0.2, 0.3],
  [0.7, -0.9],
  [-0.5, 0.1],
]
const MIDDLES: Point[] = [
  [2, 2],
  [8, 2],
  [5, 8],
]
const COLUMNS = [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5]
const DATA: Record<Name, { points: Point[]; start: Point[] }> = {
  groups: {
    points: MIDDLES.flatMap(([x, y]) => AROUND.map(([u, v]): Point => [x + u, y + v])),
    start: [
      [3, 6],
      [6, 4],
      [8, 5],
    ],
  },
  houses: {
    points: [
      [0, 0],
      [0, 2],
      [6, 0],
      [6, 2],
    ],
    start: [
      [0, 0],
      [0, 2],
    ],
  },
  rows: {
    points: [6, 4].flatMap((y) => COLUMNS.map((x): Point => [x, y])),
    start: [
      [5, 7],
      [5, 3],
    ],
  },
}
const EDGE: Range = [-1, 10]
const STEP = 0.5
// 빛깔만으로 가르지 않게 묶음마다 점의 모양이 다르다
const MARKS = [
  "M-3.6,0A3.6,3.6,0,1,1,3.6,0A3.6,3.6,0,1,1,-3.6,0Z",
  "M-3.2,-3.2H3.2V3.2H-3.2Z",
  "M0,-4.4L4.2,3.2H-4.2Z",
]
const LOOSE = "M-3.5,0H3.5M0,-3.5V3.5"

class KmeansStep extends Widget<State> {
  private readonly map = new Plot({
    label: "점과 중심점",
    x: EDGE,
    y: EDGE,
    xLabel: "x₁",
    yLabel: "x₂",
    width: 320,
    height: 320,
  })
  private readonly fall = new Plot({
    label: "반걸음마다의 관성",
    x: [0, 5],
    y: [0, 1],
    xLabel: "반걸음",
    yLabel: "관성",
    height: 210,
    ticks: 4,
  })
  private readonly threads = svg("g", { class: "threads" })
  private readonly marks = svg("g")
  private readonly knobs = svg("g")
  private readonly trace = svg("path", { class: "trace" })
  private readonly dots = svg("g", { class: "dots" })
  private readonly now = svg("circle", { class: "now", r: 5 })
  private readonly kinds = choice("자료", NAMES, (data) => {
    this.player.stop()
    this.update({ data, start: DATA[data].start, shown: 1 })
  })
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.go(this.state.shown + by),
    reset: () => {
      const { data } = this.state
      this.update({ data, start: DATA[data].start, shown: 1 })
    },
    pause: 700,
    names: ["반걸음", "뒤로"],
  })
  private readonly total = html("b")
  private readonly what = html("span")
  private readonly why = html("span", { class: "why" })
  private frames: Frame[] = []

  protected readonly look = STYLE

  protected start(): State {
    return { data: "groups", start: DATA.groups.start, shown: 1 }
  }

  protected encode({ data, start, shown }: State): string {
    return pack(data, start.flat(), shown)
  }

  protected decode(text: string): State | null {
    const [data, ...rest] = unpack(text)
    if (!data || !Object.hasOwn(DATA, data)) return null
    const [flat, shown] = rest.map(numbers)
    const K = DATA[data as Name].start.length
    if (flat?.length !== 2 * K || shown?.length !== 1) return null
    const start = Array.from({ length: K }, (_, k) =>
      at(flat[2 * k]!, flat[2 * k + 1]!),
    )
    return { data: data as Name, start, shown: clamp(Math.round(shown[0]!), 0, 99) }
  }

  protected build(): Node[] {
    this.map.inside.append(this.threads, this.marks)
    this.map.above.append(this.knobs)
    this.fall.inside.append(this.trace, this.dots, this.now)
    this.player.node.append(button("아무 점에서나", () => this.scatter()))
    return [
      this.kinds.node,
      beside(
        this.map.node,
        html(
          "p",
          { class: "readout" },
          html("span", {}, "관성 ", this.total),
          this.what,
        ),
        this.why,
        this.fall.node,
      ),
      this.player.node,
      hint(
        "큰 번호가 중심점이다. 끌거나, Tab으로 골라 화살표 키로 옮기면 그 자리에서 다시 시작한다.",
      ),
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  /** 출발점을 점 가운데에서 아무렇게나 고른다 */
  private scatter() {
    this.player.stop()
    const { points, start } = DATA[this.state.data]
    const left = [...points]
    const picked = start.map(
      () => left.splice(Math.floor(Math.random() * left.length), 1)[0]!,
    )
    this.update({ start: picked.map(([x, y]) => at(x, y)), shown: 1 })
  }

  private go(shown: number) {
    this.update({ shown: clamp(shown, 0, this.frames.length - 1) })
  }

  private walk(): boolean {
    const last = this.frames.length - 1
    this.go(this.state.shown >= last ? 0 : this.state.shown + 1)
    return this.state.shown < last
  }

  protected render() {
    const { data, start } = this.state
    const { points } = DATA[data]
    this.frames = lloyd(points, start)
    const last = this.frames.length - 1
    const shown = Math.min(this.state.shown, last)
    const frame = this.frames[shown]!
    this.kinds.show(data)
    this.renderMap(points, frame)
    this.renderFall(shown)
    this.total.textContent = frame.inertia === null ? "—" : show(frame.inertia)
    const { what, why } = this.comment(frame, shown, last)
    this.what.textContent = `${shown}반걸음: ${what}`
    this.why.textContent = why
    this.player.show(shown > 0, shown < last)
  }

  private comment({ changed }: Frame, shown: number, last: number) {
    if (shown === 0)
      return { what: "출발", why: "아직 어느 점도 중심점을 고르지 않았다." }
    if (shown === last)
      return { what: "끝", why: "더 움직일 것이 없다. 아무리 더 돌려도 그대로다." }
    if (shown === 1)
      return { what: "할당", why: "점마다 가장 가까운 중심점을 처음 골랐다." }
    if (shown % 2)
      return { what: "할당", why: `점 ${changed}개가 더 가까운 중심점으로 옮겨 갔다.` }
    return { what: "이동", why: "중심점이 제 묶음의 평균으로 갔다." }
  }

  private renderMap(points: readonly Point[], { centers, labels }: Frame) {
    const { x, y } = this.map
    const threads = resize(this.threads, labels ? points.length : 0, () => svg("path"))
    const marks = resize(this.marks, points.length, () => svg("path"))
    points.forEach((point, i) => {
      const k = labels?.[i]
      set(marks[i]!, {
        d: k === undefined ? LOOSE : MARKS[k]!,
        class: k === undefined ? "loose" : `k${k}`,
        transform: `translate(${x(point[0])},${y(point[1])})`,
      })
      if (k !== undefined)
        set(threads[i]!, { d: this.map.line([point, centers[k]!]), class: `k${k}` })
    })
    const knobs = resize(this.knobs, centers.length, () => this.grip())
    centers.forEach((center, k) => {
      const mine = labels?.filter((label) => label === k).length ?? 0
      const text = `x₁ ${show(center[0])}, x₂ ${show(center[1])}, 점 ${mine}개`
      place(knobs[k]!, this.map, center, `중심점 ${k + 1}`, text)
      knobs[k]!.querySelector("text")!.textContent = String(k + 1)
      knobs[k]!.setAttribute("class", `handle centre k${k}`)
    })
  }

  private grip(): SVGGElement {
    const index = () => [...this.knobs.children].indexOf(node)
    const centers = () => {
      const shown = Math.min(this.state.shown, this.frames.length - 1)
      return this.frames[shown]!.centers
    }
    const node = handle("point", {
      plot: this.map,
      step: [STEP, STEP],
      at: () => centers()[index()]!,
      move: (to) => {
        this.player.stop()
        const start = centers()
          .map(([x, y]) => at(x, y))
          .with(index(), to)
        this.update({ start, shown: 1 })
      },
    })
    node.querySelector("path")!.setAttribute("d", DISK)
    node.append(svg("text", { class: "middle number", y: 4.5, "aria-hidden": "true" }))
    return node
  }

  private renderFall(shown: number) {
    const heights = this.frames.flatMap((frame, t): Point[] =>
      frame.inertia === null ? [] : [[t, frame.inertia]],
    )
    const top = Math.max(...heights.map(([, height]) => height)) * 1.15
    this.fall.range([0, Math.max(5, this.frames.length - 1) + 0.3], [0, top])
    const path = heights.filter(([t]) => t <= shown)
    set(this.trace, { d: this.fall.line(path) })
    const dots = resize(this.dots, path.length, () => svg("circle", { r: 3 }))
    path.forEach(([t, height], i) => {
      set(dots[i]!, { cx: this.fall.x(t), cy: this.fall.y(height) })
    })
    const current = path.at(-1)
    set(this.now, {
      cx: this.fall.x(current?.[0] ?? 0),
      cy: this.fall.y(current?.[1] ?? 0),
      visibility: current ? null : "hidden",
    })
  }

  protected say(): string {
    return `${this.what.textContent}. 관성 ${this.total.textContent}. ${this.why.textContent}`
  }
}

/** 눈금에 맞추고 지도 안에 둔 자리 */
function at(x: number, y: number): Point {
  return [clamp(snap(x, STEP), ...EDGE), clamp(snap(y, STEP), ...EDGE)]
}

const DISK = "M-10,0A10,10,0,1,1,10,0A10,10,0,1,1,-10,0Z"

const STYLE = `
.columns { margin-top: .6rem; }
.columns > svg { height: 320px; }
.side svg { height: 210px; }
.side { display: grid; align-content: start; }
.side .readout { margin: 0; }
.side .readout b { display: inline-block; min-width: 3.6em; }
.why { min-height: 1.7em; color: var(--book-soft); font-size: .7rem; }
.threads path { fill: none; stroke-opacity: .45; }
.loose { fill: none; stroke: var(--c-text); stroke-width: 1.5; }
path.k0 { fill: var(--c0); stroke: var(--c0); }
path.k1 { fill: var(--c1); stroke: var(--c1); }
path.k2 { fill: var(--c2); stroke: var(--c2); }
.handle.k0 path { fill: var(--c0); }
.handle.k1 path { fill: var(--c1); }
.handle.k2 path { fill: var(--c2); }
.number { fill: var(--book-paper); font-weight: 700; font-size: 13px; pointer-events: none; }
.trace { fill: none; stroke: var(--c0); stroke-width: 2; }
.dots circle, .now { fill: var(--c0); }
`

customElements.define("kmeans-step", KmeansStep)

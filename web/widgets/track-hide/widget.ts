// <track-hide>: 도형을 하나 숨기고, 네 추적기가 번호를 지키는지 나란히 본다.

import { Player } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, unpack } from "../../kit/number.ts"
import {
  type Box,
  boxAt,
  detected,
  HEIGHT,
  type Options,
  Switches,
  Tracker,
  WIDTH,
} from "./math.ts"
import { THINGS } from "./things.ts"

const LAST = 150 // 마지막 프레임
const NAMES = "가나다라마바사아"
const still = { minHits: 3, iou: 0.05, maxAge: 3, moving: false, cosine: null }
const moving = { minHits: 3, iou: 0.2, maxAge: 30, moving: true, hungarian: true }
const TRACKERS: [string, Options][] = [
  ["탐욕", { ...still, hungarian: false }],
  ["헝가리안", { ...still, hungarian: true }],
  ["칼만(SORT)", { ...moving, cosine: null }],
  ["겉모습", { ...moving, cosine: 0.2 }],
]

interface State {
  t: number
  /** 누른 프레임과 도형. 누를 때마다 가리고 내놓는다 */
  presses: [number, number][]
}

/** t번 프레임에 가려진 도형 */
function hiddenAt(presses: State["presses"], t: number): Set<number> {
  const hidden = new Set<number>()
  for (const [at, k] of presses) {
    if (at > t) continue
    if (!hidden.delete(k)) hidden.add(k)
  }
  return hidden
}

/** 처음부터 따라온 네 추적기 */
class Run {
  t = -1
  readonly trackers = TRACKERS.map(([, options]) => ({
    tracker: new Tracker(options),
    switches: new Switches(),
    numbers: new Set<number>(),
    shown: { ids: [] as number[], boxes: [] as Box[] },
  }))
  presses: State["presses"] // 앞으로의 누름은 바뀔 수 있다

  constructor(presses: State["presses"]) {
    this.presses = presses
  }

  step() {
    this.t++
    const boxes = THINGS.map((thing) => boxAt(thing, this.t))
    const found = detected(boxes, hiddenAt(this.presses, this.t))
    const seen = found.map((k) => boxes[k]!)
    for (const one of this.trackers) {
      one.shown = one.tracker.update(
        seen,
        found.map((k) => THINGS[k]!.look),
      )
      one.switches.add({ ids: found, boxes: seen }, one.shown)
      for (const id of one.shown.ids) one.numbers.add(id)
    }
  }

  /** 이 상태까지 이어서 갈 수 있는가: 지나온 프레임의 누름이 같다 */
  leadsTo({ t, presses }: State): boolean {
    const past = (all: State["presses"]) =>
      JSON.stringify(all.filter(([at]) => at <= this.t))
    return this.t <= t && past(this.presses) === past(presses)
  }
}

/** 추적기 하나가 보는 화면 */
class Panel {
  readonly node: HTMLElement
  readonly view = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" })
  private readonly shapes = svg("g")
  private readonly tags = svg("g", { class: "tags" })
  private readonly count = html("span", { class: "count" })
  private readonly name: string

  constructor(name: string, press: (k: number) => void) {
    this.name = name
    this.view.append(
      svg("rect", { width: WIDTH, height: HEIGHT, class: "ground" }),
      this.shapes,
      this.tags,
    )
    for (const [k, thing] of THINGS.entries()) {
      const node = svg("path", { class: "thing" })
      node.style.setProperty("--paint", `rgb(${thing.color.join(" ")})`)
      node.addEventListener("click", () => press(k))
      this.shapes.append(node)
    }
    this.node = div(
      "panel",
      html("p", { class: "title" }, html("b", {}, name), this.count),
      this.view,
    )
  }

  draw(t: number, hidden: Set<number>, one: Run["trackers"][number]) {
    ;[...this.shapes.children].forEach((node, k) => {
      set(node, {
        d: outline(THINGS[k]!.shape, boxAt(THINGS[k]!, t)),
        class: hidden.has(k) ? "thing gone" : "thing",
      })
    })
    const { ids, boxes } = one.shown
    const tags = resize(this.tags, ids.length, () => svg("text"))
    tags.forEach((tag, i) => {
      const [x1, y1, x2, y2] = boxes[i]!
      set(tag, { x: (x1 + x2) / 2, y: (y1 + y2) / 2 + 3.5 })
      tag.textContent = String(ids[i])
    })
    this.count.textContent = `ID 전환 ${one.switches.count} · 나온 번호 ${one.numbers.size}`
    set(this.view, { "aria-label": `${this.name}: 보이는 번호 ${ids.join(", ")}` })
  }
}

function outline(shape: number, [x1, y1, x2, y2]: Box): string {
  const [w, r] = [x2 - x1, (x2 - x1) / 2]
  if (shape === 0)
    return `M${x1},${y1 + r}a${r},${r},0,1,1,${w},0a${r},${r},0,1,1,${-w},0Z`
  if (shape === 1) return `M${x1},${y1}H${x2}V${y2}H${x1}Z`
  return `M${(x1 + x2) / 2},${y1}L${x2},${y2}H${x1}Z`
}

class TrackHide extends Widget<State> {
  private run = new Run([])
  private readonly panels = TRACKERS.map(
    ([name]) => new Panel(name, (k) => this.press(k)),
  )
  private readonly buttons = THINGS.map((_, k) => {
    const node = html("button", { type: "button", class: "hide" }, NAMES[k]!)
    node.addEventListener("click", () => this.press(k))
    return node
  })
  private readonly result = html("p", { class: "result" })
  private readonly player = new Player({
    walk: () => {
      if (this.state.t < LAST) this.go(1)
      return this.state.t < LAST
    },
    go: (by) => this.go(by),
    reset: () => this.update({ t: 0, presses: [] }),
    pause: 130,
    names: ["한 프레임", "뒤로"],
  })

  protected readonly look = STYLE

  protected start(): State {
    return { t: 12, presses: [] }
  }

  protected encode({ t, presses }: State): string {
    return pack(t, ...presses)
  }

  protected decode(text: string): State | null {
    const [first, ...rest] = unpack(text).map(numbers)
    const whole = (value: number, most: number) =>
      Number.isInteger(value) && value >= 0 && value <= most
    if (first?.length !== 1 || !whole(first[0]!, LAST) || rest.length > 60) return null
    const good = rest.every(
      (one) =>
        one?.length === 2 && whole(one[0]!, LAST) && whole(one[1]!, THINGS.length - 1),
    )
    return good ? { t: first[0]!, presses: rest as [number, number][] } : null
  }

  protected build(): Node[] {
    const row = div("hides", ...this.buttons)
    set(row, { role: "group", "aria-label": "숨길 도형" })
    return [
      div("panels", ...this.panels.map(({ node }) => node)),
      this.player.node,
      row,
      this.result,
      hint(
        "재생하며 도형이나 글자 단추를 누르면 그것이 숨고, 다시 누르면 나타난다. 도형 위의 수가 " +
          "추적기가 붙인 번호다. 뒤에 있어 많이 덮인 것도 검출되지 않는다.",
      ),
    ]
  }

  disconnectedCallback() {
    this.player.stop()
    super.disconnectedCallback()
  }

  private go(by: 1 | -1) {
    this.update({ t: clamp(this.state.t + by, 0, LAST) })
  }

  private press(k: number) {
    const { t, presses } = this.state
    const past = presses.filter(([at]) => at <= t)
    const same = past.findIndex(([at, one]) => at === t && one === k)
    this.update({ presses: same < 0 ? [...past, [t, k]] : past.toSpliced(same, 1) })
  }

  protected render() {
    const { t, presses } = this.state
    if (!this.run.leadsTo(this.state)) this.run = new Run(presses)
    this.run.presses = presses
    while (this.run.t < t) this.run.step()
    const hidden = hiddenAt(presses, t)
    this.panels.forEach((panel, k) => panel.draw(t, hidden, this.run.trackers[k]!))
    this.buttons.forEach((node, k) => {
      set(node, { "aria-pressed": String(hidden.has(k)) })
      node.style.setProperty("--paint", `rgb(${THINGS[k]!.color.join(" ")})`)
    })
    this.player.show(t > 0, t < LAST)
    const counts = this.run.trackers.map(({ switches }) => switches.count)
    const gone = [...hidden].sort().map((k) => NAMES[k]!)
    this.result.textContent =
      `${t}번 프레임. ${gone.length ? `숨은 것: ${gone.join(", ")}.` : "모두 나와 있다."} ` +
      `ID 전환: ${TRACKERS.map(([name], k) => `${name} ${counts[k]}`).join(", ")}.`
  }

  protected say(): string {
    return this.result.textContent
  }
}

const STYLE = `
.panels { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; }
.panel { min-width: 0; }
.title { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 .5rem; margin: 0 0 .2rem; }
.count { color: var(--book-soft); }
.panel svg { display: block; width: 100%; height: auto; }
.thing { fill: var(--paint); cursor: pointer; }
.thing.gone { fill: transparent; stroke: var(--paint); stroke-dasharray: 2 2; opacity: .6; }
.tags text {
  text-anchor: middle; font-size: 10px; font-weight: 700; fill: #000; pointer-events: none;
}
.hides { display: flex; flex-wrap: wrap; gap: .4rem; margin-top: .6rem; }
.hide { min-width: 2.75rem; min-height: 2.75rem; border-bottom: .25rem solid var(--paint); }
.hide[aria-pressed="true"] { opacity: .55; text-decoration: line-through; }
.result { margin: .6rem 0 0; min-height: 4.8em; }
@container (min-width: 600px) {
  .result { min-height: 3.2em; }
}
`

customElements.define("track-hide", TrackHide)

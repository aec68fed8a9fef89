// <matrix-units>: 행렬의 행, 열, 칸을 짚으면 그것이 먹이는 유닛과 선이 함께 켜진다.

import { button, choice } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, unpack } from "../../kit/number.ts"
import {
  counts,
  LARGEST,
  light,
  lightBias,
  type Pick,
  type Sizes,
  values,
} from "./math.ts"

const FRUITS = ["사과", "배", "감", "귤"]
const SHOPS = ["가", "나", "다", "라"]
const customer = (n: number) => `손님 ${n + 1}`

const KINDS = { n: "손님", d: "과일", k: "가게", nd: "X 칸", dk: "W 칸", nk: "Z 칸" }
type Kind = keyof typeof KINDS
type Axis = keyof Pick
const AXES: Axis[] = ["n", "d", "k"]
const SIZE: Record<Axis, keyof Sizes> = { n: "N", d: "D", k: "K" }
const ADDED: Record<keyof Sizes, [string, string]> = {
  N: ["손님(샘플)", "손님을"],
  D: ["과일(특성)", "과일을"],
  K: ["가게(유닛)", "가게를"],
}

const WIDTH = 340
const UNIT = 24
const LEFT = 52
const RIGHT = 216
const BIAS = 146
const BELOW = 204
const HEIGHT = 344
const NET = 270

interface State extends Sizes {
  pick: Pick
}

const kind = (pick: Pick) => AXES.filter((axis) => pick[axis] !== null).join("") as Kind

class MatrixUnits extends Widget<State> {
  private hover: Pick | null = null
  private last: Sizes | null = null
  private readonly cells = svg("g")
  private readonly names = svg("g")
  private readonly grip = svg("rect", { class: "grip", tabindex: 0, role: "slider" })
  private readonly board = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: "group",
    "aria-label": "행렬 X, W, b, Z",
  })
  private readonly lines = svg("g")
  private readonly nodes = svg("g")
  private readonly caption = svg("text", { x: WIDTH / 2, y: 16, class: "middle" })
  private readonly net = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${NET}`,
    role: "img",
    "aria-label": "과일과 가게를 이은 신경망",
  })
  private readonly kinds = choice("짚을 것", KINDS, (to) => this.pickKind(to))
  private readonly words = html("p", { class: "words" })
  private readonly counted = html("ul", { class: "counts", "aria-label": "칸의 수" })
  private readonly changed = html("p", { class: "changed" })
  private readonly steppers = (["N", "D", "K"] as const).map((size) =>
    this.stepper(size),
  )

  protected readonly look = STYLE

  protected start(): State {
    return { N: 4, D: 3, K: 2, pick: { n: 0, d: null, k: 0 } }
  }

  protected encode({ N, D, K, pick }: State): string {
    return pack(
      [N, D, K],
      AXES.map((axis) => (pick[axis] ?? -1) + 1),
    )
  }

  protected decode(text: string): State | null {
    const [sizes, picked] = unpack(text).map(numbers)
    if (sizes?.length !== 3 || picked?.length !== 3) return null
    const [N, D, K] = sizes.map((size, i) =>
      clamp(Math.round(size), 1, LARGEST[SIZE[AXES[i]!]]),
    ) as [number, number, number]
    const [n, d, k] = picked.map((at) => (at >= 1 ? Math.round(at) - 1 : null)) as [
      number | null,
      number | null,
      number | null,
    ]
    const pick = fit({ n, d, k }, { N, D, K })
    return Object.hasOwn(KINDS, kind(pick)) ? { N, D, K, pick } : null
  }

  protected build(): Node[] {
    this.board.append(this.names, this.cells, this.grip)
    this.net.append(this.caption, this.lines, this.nodes)
    for (const picture of [this.board, this.net]) {
      picture.addEventListener("click", (event) => {
        const pick = picked(event)
        if (pick) this.choose(pick)
      })
      picture.addEventListener("pointermove", (event) => {
        if (event.pointerType === "mouse") this.glance(picked(event))
      })
      picture.addEventListener("pointerleave", () => this.glance(null))
    }
    this.grip.addEventListener("keydown", (event) => this.key(event))
    return [
      div("controls first", this.kinds.node),
      div("columns", this.board, html("div", {}, this.net, this.words)),
      div("controls", ...this.steppers.map(({ node }) => node)),
      this.counted,
      this.changed,
      hint("칸이나 이름을 누르거나, 테두리를 골라 화살표 키로 옮긴다."),
    ]
  }

  private stepper(size: keyof Sizes) {
    const [name, object] = ADDED[size]
    const value = html("b")
    const step = (by: 1 | -1) => () => {
      const { N, D, K, pick } = this.state
      const sizes = { N, D, K, [size]: this.state[size] + by }
      this.last = { N, D, K }
      this.hover = null
      this.update({ ...sizes, pick: fit(pick, sizes) })
    }
    const less = set(button("−", step(-1)), { "aria-label": `${object} 하나 빼기` })
    const more = set(button("+", step(1)), { "aria-label": `${object} 하나 더하기` })
    const node = html(
      "div",
      { class: "stepper", role: "group", "aria-label": name },
      html("span", { class: "soft" }, name),
      less,
      value,
      more,
    )
    const show = (now: number) => {
      value.textContent = String(now)
      less.disabled = now === 1
      more.disabled = now === LARGEST[size]
    }
    return { node, size, show }
  }

  private choose(pick: Pick) {
    this.hover = null
    this.update({ pick })
    this.grip.focus({ preventScroll: true })
  }

  private glance(pick: Pick | null) {
    if (JSON.stringify(pick) === JSON.stringify(this.hover)) return
    this.hover = pick
    this.render()
  }

  private pickKind(to: Kind) {
    const { pick } = this.state
    const at = (axis: Axis) => (to.includes(axis) ? (pick[axis] ?? 0) : null)
    this.hover = null
    this.update({ pick: { n: at("n"), d: at("d"), k: at("k") } })
  }

  private key(event: KeyboardEvent) {
    const { pick } = this.state
    const down = pick.n !== null ? "n" : pick.d !== null ? "d" : null
    const across = pick.k !== null ? "k" : pick.d !== null ? "d" : null
    const moves: Record<string, [Axis | null, number]> = {
      ArrowUp: [down, -1],
      ArrowDown: [down, 1],
      ArrowLeft: [across, -1],
      ArrowRight: [across, 1],
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    const [axis, by] = move
    this.hover = null
    if (axis)
      this.update({
        pick: fit({ ...pick, [axis]: Math.max(0, pick[axis]! + by) }, this.state),
      })
  }

  protected render() {
    const pick = this.hover ?? this.state.pick
    this.kinds.show(kind(this.state.pick))
    this.renderBoard(pick)
    this.renderNet(pick)
    this.words.textContent = this.describe(pick)
    for (const { size, show } of this.steppers) show(this.state[size])
    this.renderCounts()
  }

  private renderBoard(pick: Pick) {
    const { N, D, K } = this.state
    const { X, W, b, Z } = values(this.state)
    const top = BIAS - 6 - D * UNIT
    const cells: [number, number, number, string, Pick][] = []
    X.forEach((row, n) =>
      row.forEach((x, d) =>
        cells.push([
          LEFT + d * UNIT,
          BELOW + n * UNIT,
          x,
          light(pick, { n, d }),
          { n, d, k: null },
        ]),
      ),
    )
    W.forEach((row, d) =>
      row.forEach((w, k) =>
        cells.push([
          RIGHT + k * UNIT,
          top + d * UNIT,
          w,
          light(pick, { d, k }),
          { n: null, d, k },
        ]),
      ),
    )
    b.forEach((bias, k) =>
      cells.push([
        RIGHT + k * UNIT,
        BIAS,
        bias,
        lightBias(pick, k),
        { n: null, d: null, k },
      ]),
    )
    Z.forEach((row, n) =>
      row.forEach((z, k) =>
        cells.push([
          RIGHT + k * UNIT,
          BELOW + n * UNIT,
          z,
          light(pick, { n, k }),
          { n, d: null, k },
        ]),
      ),
    )
    const made = resize(this.cells, cells.length, () =>
      svg(
        "g",
        {},
        svg("rect", { width: UNIT, height: UNIT }),
        svg("text", { class: "middle" }),
      ),
    )
    cells.forEach(([x, y, value, lit, to], i) => {
      const [rect, text] = made[i]!.children as unknown as [SVGElement, SVGElement]
      set(made[i]!, { class: `cell ${lit}`, "data-pick": JSON.stringify(to) })
      set(rect, { x, y })
      set(text, { x: x + UNIT / 2, y: y + UNIT / 2 + 4 })
      text.textContent = String(value)
    })
    const middle = (x: number, n: number) => x + (n * UNIT) / 2
    const titles: [number, number, string, string, Pick | null][] = [
      [middle(RIGHT, K), top - 23, "middle", `W ${D}×${K}`, null],
      [RIGHT - 8, BIAS + 16, "end", "배달비 b", null],
      [middle(LEFT, D), BELOW + N * UNIT + 17, "middle", `X ${N}×${D}`, null],
      [middle(RIGHT, K), BELOW + N * UNIT + 17, "middle", `Z ${N}×${K}`, null],
    ]
    for (let d = 0; d < D; d++) {
      const to = { n: null, d, k: null }
      titles.push([
        middle(LEFT + d * UNIT, 1),
        BELOW - 7,
        "middle pickable",
        FRUITS[d]!,
        to,
      ])
      titles.push([RIGHT - 8, top + d * UNIT + 16, "end pickable", FRUITS[d]!, to])
    }
    for (let n = 0; n < N; n++) {
      const to = { n, d: null, k: null }
      titles.push([LEFT - 6, BELOW + n * UNIT + 16, "end pickable", customer(n), to])
    }
    for (let k = 0; k < K; k++) {
      const to = { n: null, d: null, k }
      titles.push([
        middle(RIGHT + k * UNIT, 1),
        top - 7,
        "middle pickable",
        SHOPS[k]!,
        to,
      ])
    }
    const written = resize(this.names, titles.length, () => svg("text"))
    titles.forEach(([x, y, look, text, to], i) => {
      const on =
        to !== null && AXES.some((axis) => to[axis] !== null && to[axis] === pick[axis])
      set(written[i]!, {
        x,
        y,
        class: on ? `${look} on` : look,
        "data-pick": to && JSON.stringify(to),
      })
      written[i]!.textContent = text
    })
    this.renderGrip(top)
  }

  private renderGrip(top: number) {
    const { N, D, K, pick } = this.state
    const { n, d, k } = pick
    const box = (x: number, y: number, columns: number, rows: number) => ({
      x,
      y,
      width: columns * UNIT,
      height: rows * UNIT,
    })
    const boxes: Record<Kind, () => object> = {
      n: () => box(LEFT, BELOW + n! * UNIT, D, 1),
      d: () => box(RIGHT, top + d! * UNIT, K, 1),
      k: () => box(RIGHT + k! * UNIT, top, 1, D),
      nd: () => box(LEFT + d! * UNIT, BELOW + n! * UNIT, 1, 1),
      dk: () => box(RIGHT + k! * UNIT, top + d! * UNIT, 1, 1),
      nk: () => box(RIGHT + k! * UNIT, BELOW + n! * UNIT, 1, 1),
    }
    const picked = AXES.filter((axis) => pick[axis] !== null)
    const size = { n: N, d: D, k: K }
    const now = picked.reduce((at, axis) => at * size[axis] + pick[axis]!, 0)
    set(this.grip, {
      ...boxes[kind(pick)](),
      "aria-label": `짚은 ${KINDS[kind(pick)]}`,
      "aria-valuemin": 1,
      "aria-valuemax": picked.reduce((all, axis) => all * size[axis], 1),
      "aria-valuenow": now + 1,
      "aria-valuetext": this.describe(pick),
    })
  }

  private renderNet(pick: Pick) {
    const { D, K } = this.state
    const { X, W, b, Z } = values(this.state)
    const step = 52
    const y = (i: number, n: number) => NET / 2 + 8 + (i - (n - 1) / 2) * step
    const from = (d: number) => [86, y(d, D + 1)] as const
    const to = (k: number) => [254, y(k, K)] as const
    this.caption.textContent =
      pick.n === null
        ? "손님이 누구든 같은 선을 쓴다"
        : `${customer(pick.n)}의 값이 지나간다`
    const lines: [readonly [number, number], number, string, string, Pick][] = []
    W.forEach((row, d) =>
      row.forEach((weight, k) =>
        lines.push([
          from(d),
          k,
          light(pick, { d, k }),
          String(weight),
          { n: null, d, k },
        ]),
      ),
    )
    b.forEach((bias, k) =>
      lines.push([
        from(D),
        k,
        `bias ${lightBias(pick, k)}`,
        String(bias),
        { n: null, d: null, k },
      ]),
    )
    const made = resize(this.lines, lines.length, () =>
      svg(
        "g",
        {},
        svg("path"),
        svg("path", { class: "reach" }),
        svg("text", { class: "middle" }),
      ),
    )
    lines.forEach(([[x1, y1], k, lit, weight, picked], i) => {
      const [x2, y2] = to(k)
      const [path, reach, text] = made[i]!.children as unknown as [
        SVGElement,
        SVGElement,
        SVGElement,
      ]
      set(made[i]!, { class: `line ${lit}`, "data-pick": JSON.stringify(picked) })
      for (const line of [path, reach]) set(line, { d: `M${x1},${y1}L${x2},${y2}` })
      const part = pick.k === null ? 0.7 : 0.36
      set(text, { x: x1 + part * (x2 - x1), y: y1 + part * (y2 - y1) + 4 })
      text.textContent = lit.includes("hit") ? weight : ""
    })
    const nodes: [readonly [number, number], string, string, string, Pick | null][] = []
    for (let d = 0; d < D; d++) {
      const value = pick.n === null ? "" : String(X[pick.n]![d]!)
      nodes.push([
        from(d),
        light(pick, { d }),
        FRUITS[d]!,
        value,
        { n: null, d, k: null },
      ])
    }
    const always = pick.d !== null ? "" : pick.k === null ? "near" : "hit"
    nodes.push([from(D), always, "배달", "1", null])
    for (let k = 0; k < K; k++) {
      const value = pick.n === null ? "" : String(Z[pick.n]![k]!)
      nodes.push([to(k), light(pick, { k }), SHOPS[k]!, value, { n: null, d: null, k }])
    }
    const drawn = resize(this.nodes, nodes.length, () =>
      svg(
        "g",
        {},
        svg("circle", { r: 17 }),
        svg("text", { class: "middle", y: 4 }),
        svg("text", { y: 4 }),
      ),
    )
    nodes.forEach(([[x, at], lit, name, value, to], i) => {
      const [, inside, beside] = drawn[i]!.children as unknown as SVGElement[]
      set(drawn[i]!, {
        class: `node ${lit}`,
        transform: `translate(${x},${at})`,
        "data-pick": to && JSON.stringify(to),
      })
      inside!.textContent = value
      set(beside!, i <= D ? { x: -24, class: "end" } : { x: 24, class: "" })
      beside!.textContent = name
    })
  }

  private renderCounts() {
    const { N, D, K } = this.state
    const now = counts(this.state)
    const then = this.last ? counts(this.last) : now
    const texts: [keyof typeof now, string][] = [
      ["X", `X ${N}×${D} = ${now.X}칸`],
      ["W", `W ${D}×${K} = ${now.W}칸`],
      ["b", `b ${K}칸`],
      ["Z", `Z ${N}×${K} = ${now.Z}칸`],
      ["parameters", `매개변수 (${D} + 1)×${K} = ${now.parameters}개`],
    ]
    const items = resize(this.counted, texts.length, () => html("li"))
    texts.forEach(([name, text], i) => {
      const by = now[name] - then[name]
      const mark = by ? ` ${by > 0 ? "+" : "−"}${Math.abs(by)}` : ""
      items[i]!.className = mark && "moved"
      items[i]!.replaceChildren(text, html("b", {}, mark))
    })
    this.changed.textContent = this.news()
  }

  /** 방금 더하거나 뺀 일을 한 문장으로 */
  private news(): string {
    const before = this.last
    if (!before) return "손님, 과일, 가게를 더하거나 빼 보자."
    const size = (["N", "D", "K"] as const).find(
      (name) => before[name] !== this.state[name],
    )
    if (!size) return ""
    const did = this.state[size] > before[size] ? "더했다" : "뺐다"
    const [then, now] = [counts(before).parameters, counts(this.state).parameters]
    const moved =
      then === now ? `매개변수는 ${now}개 그대로` : `매개변수는 ${then}개에서 ${now}개`
    return `${ADDED[size][1]} 하나 ${did}. ${moved}.`
  }

  private describe({ n, d, k }: Pick): string {
    const { N, D } = this.state
    const { X, W, b, Z } = values(this.state)
    if (n !== null && k !== null) {
      const terms = X[n]!.map((x, i) => `${x}·${W[i]![k]!}`)
      return `${customer(n)}, ${SHOPS[k]}: ${terms.join(" + ")} + ${b[k]} = ${Z[n]![k]}`
    }
    if (n !== null && d !== null) {
      const x = X[n]![d]!
      const sent = W[d]!.map((w, i) => `${SHOPS[i]}에 ${x}·${w} = ${x * w}`)
      return `${customer(n)}의 ${FRUITS[d]} ${x}개: ${sent.join(", ")}`
    }
    if (d !== null && k !== null) {
      const line = `${FRUITS[d]}에서 ${SHOPS[k]}로 가는 선 하나, 가중치 ${W[d]![k]}.`
      return `${line} 손님 ${N}명이 이 수 하나를 함께 쓴다.`
    }
    if (d !== null) {
      const sent = W[d]!.map((w, i) => `${SHOPS[i]} ${w}`).join(", ")
      return `특성 ${FRUITS[d]}: X의 열 하나와 W의 행 하나. 유닛마다 보내는 몫은 ${sent}.`
    }
    if (k !== null) {
      return `유닛 ${SHOPS[k]}: W의 열 하나와 b 한 칸. 매개변수 D + 1 = ${D + 1}개.`
    }
    return `${customer(n!)}: X의 행 하나가 Z의 행 하나가 된다. W와 b는 모두가 함께 쓴다.`
  }

  protected say(): string {
    return `${this.describe(this.state.pick)} ${this.last ? this.news() : ""}`.trim()
  }
}

/** 크기 안으로 들여놓은 자리 */
function fit({ n, d, k }: Pick, { N, D, K }: Sizes): Pick {
  const within = (at: number | null, size: number) =>
    at === null ? null : clamp(at, 0, size - 1)
  return { n: within(n, N), d: within(d, D), k: within(k, K) }
}

function picked(event: Event): Pick | null {
  const found = (event.target as Element).closest("[data-pick]")
  return found && (JSON.parse(found.getAttribute("data-pick")!) as Pick)
}

const STYLE = `
.frame svg { height: auto; max-width: 420px; margin: 0 auto; }
.first { margin: 0 0 .5rem; }
[data-pick] { cursor: pointer; }
svg text { font-size: 11.5px; }
.pickable.on { fill: var(--book-accent); text-decoration: underline; }
.cell rect { fill: var(--book-paper); stroke: var(--c-grid); }
.cell.near rect { fill: var(--c0); fill-opacity: .08; stroke: var(--c0); stroke-dasharray: 3 3; }
.cell.hit rect { fill: var(--c0); fill-opacity: .28; stroke: var(--c0); }
.grip { fill: none; stroke: var(--c1); stroke-width: 2.5; pointer-events: none; }
.grip:focus-visible { outline: 2px solid var(--book-accent); outline-offset: 3px; }
.line path { fill: none; stroke: var(--c-grid); stroke-width: 1.5; }
.line.near path { stroke: var(--c0); stroke-dasharray: 4 4; }
.line.hit path { stroke: var(--c0); stroke-width: 3; }
.line path.reach { stroke: transparent; stroke-width: 12; }
.line text { fill: var(--c-text); stroke: var(--book-paper); stroke-width: 5; paint-order: stroke; font-weight: 700; }
.node circle { fill: var(--book-paper); stroke: var(--c-axis); stroke-width: 1.5; }
.node.near circle { stroke: var(--c0); stroke-dasharray: 4 4; }
.node.hit circle { stroke: var(--c0); stroke-width: 3.5; }
.words { min-height: 3.2em; margin: .2rem 0; text-align: center; }
.stepper { display: flex; flex: 1 1 9rem; flex-wrap: wrap; gap: .35rem; align-items: center; }
.stepper .soft { flex: 0 0 auto; }
.stepper button { min-width: 2rem; }
.stepper b { min-width: 1rem; text-align: center; }
.counts { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: .6rem 0 0; padding: 0; list-style: none; }
.counts .moved b { color: var(--book-accent); }
.changed { margin: .2rem 0 0; min-height: 1.6em; color: var(--book-soft); }
`

customElements.define("matrix-units", MatrixUnits)

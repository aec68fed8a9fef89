// <value-graph>: 작은 계산 그래프. 값은 앞으로, 기울기는 뒤로 한 단계씩 흐른다.

import { choice, Player, slider } from "../../kit/controls.ts"
import { div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import {
  BINARY,
  type Node as Cell,
  type Flow,
  flow,
  GRAPHS,
  type Name,
  type Op,
  total,
  UNARY,
} from "./math.ts"

const NAMES: Record<Name, string> = { neuron: "뉴런", paths: "두 갈래", gate: "문" }
const ALL = [...BINARY, ...UNARY]
const LIMIT = 5
const GRID = 0.5
const WIDTH = 348
const HEIGHT = 214
const BOX = { width: 46, height: 40 }

interface State {
  name: Name
  leaves: number[]
  ops: Op[]
  /** 고른 노드 */
  picked: number
  step: number
}

function fresh(name: Name): State {
  const nodes: Cell[] = GRAPHS[name]
  const ops = nodes.flatMap((node) => node.op ?? [])
  return {
    name,
    ops,
    leaves: nodes.filter((node) => !node.op).map((node) => node.value),
    picked: nodes.length - 1,
    step: ops.length,
  }
}

class ValueGraph extends Widget<State> {
  private readonly edges = svg("g", { class: "edges" })
  private readonly boxes = svg("g")
  private readonly labels = svg("g", { class: "labels", "aria-hidden": "true" })
  private readonly board = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: "group",
    "aria-label": "계산 그래프",
  })
  private readonly graphs = choice("그래프", NAMES, (name) => {
    this.player.stop()
    this.update(fresh(name))
  })
  private readonly binary = choice("연산", titles(BINARY), (op) => this.change(op))
  private readonly unary = choice("연산", titles(UNARY), (op) => this.change(op))
  private readonly sliders = ["w", "x", "b", "y"].map((name, i) =>
    slider(name, (value) => this.set(i, value)),
  )
  private readonly word = html("p", { class: "word" })
  private readonly detail = html("p", { class: "detail" })
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.to(this.state.step + by),
    reset: () => this.reset(),
    pause: 1100,
    names: ["다음", "뒤로"],
  })
  private flow!: Flow

  protected readonly look = STYLE

  protected start(): State {
    return fresh("neuron")
  }

  protected encode({ name, leaves, ops, picked, step }: State): string {
    return pack(
      name,
      leaves,
      ops.map((op) => ALL.indexOf(op)),
      picked,
      step,
    )
  }

  protected decode(text: string): State | null {
    const [name, ...rest] = unpack(text)
    if (!name || !Object.hasOwn(GRAPHS, name)) return null
    const state = fresh(name as Name)
    const [leaves, codes, picked, step] = rest.map(numbers)
    if (leaves?.length !== state.leaves.length || codes?.length !== state.ops.length)
      return null
    if (!picked || !step) return null
    const nodes: Cell[] = GRAPHS[state.name]
    return {
      ...state,
      leaves: leaves.map((value) => clamp(snap(value, GRID), -LIMIT, LIMIT)),
      ops: state.ops.map((op, i) => {
        const asked = ALL[codes[i]!]
        return asked && family(op).includes(asked) ? asked : op
      }),
      picked: clamp(Math.round(picked[0]!), 0, nodes.length - 1),
      step: clamp(Math.round(step[0]!), 0, total(nodes)),
    }
  }

  protected build(): Node[] {
    for (const control of this.sliders) control.range(-LIMIT, LIMIT, GRID)
    this.board.append(this.edges, this.boxes, this.labels)
    return [
      this.graphs.node,
      this.board,
      this.word,
      div("pick", this.detail, this.binary.node, this.unary.node),
      div("sliders", ...this.sliders.map((s) => s.node)),
      this.player.node,
      hint("노드를 누르면 국소 미분이 화살표 위에 나타난다."),
    ]
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  private get nodes(): Cell[] {
    return GRAPHS[this.state.name]
  }

  private get first(): number {
    return this.state.leaves.length
  }

  private to(step: number) {
    const { now } = flow(this.nodes, this.state.leaves, this.state.ops, step)
    this.update(now ? { step, picked: now.node } : { step })
  }

  private walk(): boolean {
    const end = total(this.nodes)
    this.to(this.state.step < end ? this.state.step + 1 : 0)
    return this.state.step < end
  }

  private set(i: number, value: number) {
    this.player.stop()
    this.update({ leaves: this.state.leaves.map((old, j) => (i === j ? value : old)) })
  }

  private change(op: Op) {
    this.player.stop()
    const at = this.state.picked - this.first
    this.update({ ops: this.state.ops.map((old, j) => (j === at ? op : old)) })
  }

  private pick(picked: number) {
    this.player.stop()
    this.update({ picked })
  }

  protected render() {
    const { name, leaves, ops, picked, step } = this.state
    this.flow = flow(this.nodes, leaves, ops, step)
    this.graphs.show(name)
    this.renderEdges()
    this.renderBoxes()
    this.word.textContent = this.stage()
    this.detail.textContent = this.about(picked)
    const op = ops[picked - this.first]
    const pair = op ? BINARY.includes(op) : false
    this.binary.node.style.display = op && !pair ? "none" : ""
    this.binary.node.style.visibility = op ? "" : "hidden"
    this.unary.node.style.display = op && !pair ? "" : "none"
    if (op) (pair ? this.binary : this.unary).show(op)
    this.sliders.forEach((control, i) => {
      control.node.style.visibility = i < leaves.length ? "" : "hidden"
      if (i >= leaves.length) return
      const label = this.nodes[i]!.name
      control.input.setAttribute("aria-label", label)
      control.node.querySelector(".name")!.textContent = label
      control.show(leaves[i]!, show(leaves[i]!))
    })
    this.player.show(step > 0, step < total(this.nodes))
  }

  private spot(i: number): [number, number] {
    const [column, row] = this.nodes[i]!.at
    return [28 + column * 73, 32 + row * 70]
  }

  private renderEdges() {
    const { now, known, slopes } = this.flow
    const all = this.nodes.flatMap((node, to) =>
      node.from.map((from, n) => {
        const twice = node.from.length === 2 && node.from[0] === node.from[1]
        return { from, to, n, bend: twice ? (n ? 12 : -12) : 0 }
      }),
    )
    const paths = resize(this.edges, all.length, () => svg("path"))
    const shown = all.filter(({ to }) => to === this.state.picked && to < known)
    const texts = resize(this.labels, shown.length, () =>
      svg("text", { class: "middle" }),
    )
    let label = 0
    all.forEach((edge, i) => {
      const [x1, y1] = this.spot(edge.from)
      const [x2, y2] = this.spot(edge.to)
      const back = now?.kind === "send" && now.node === edge.to
      const ahead = now?.kind === "forward" && now.node === edge.to
      const [ax, bx] = [x1 + BOX.width / 2, x2 - BOX.width / 2]
      const [ay, by] = [y1 + edge.bend, y2 + edge.bend]
      const head = back ? tip(bx, by, ax, ay) : tip(ax, ay, bx, by)
      set(paths[i]!, {
        d: `M${ax},${ay}L${bx},${by}${head}`,
        class: back ? "back" : ahead ? "ahead" : null,
      })
      if (shown.includes(edge)) {
        const part = edge.bend ? 0.5 : 0.42
        set(texts[label]!, {
          x: ax + (bx - ax) * part,
          y: ay + (by - ay) * part + (edge.bend > 0 ? 14 : -5),
        })
        texts[label++]!.textContent = `×${show(slopes[edge.to]![edge.n]!)}`
      }
    })
  }

  private renderBoxes() {
    const { values, grads, known, now } = this.flow
    const hidden = { "aria-hidden": "true" } // 이름은 aria-label이 말한다
    const groups = resize(this.boxes, this.nodes.length, () => {
      const group = svg(
        "g",
        {},
        svg("rect", {
          ...BOX,
          x: -BOX.width / 2,
          y: -BOX.height / 2,
          rx: 6,
          role: "button",
          tabindex: 0,
        }),
        svg("text", { class: "middle title", y: -5, ...hidden }),
        svg("text", { class: "middle value", y: 13, ...hidden }),
        svg("text", { class: "middle grad", y: 33, ...hidden }),
      )
      const press = () => this.pick([...this.boxes.children].indexOf(group))
      group.addEventListener("click", press)
      group.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return
        event.preventDefault()
        press()
      })
      return group
    })
    this.nodes.forEach((node, i) => {
      const [box, title, value, grad] = groups[i]!.children as unknown as Element[]
      const op = this.state.ops[i - this.first]
      const [x, y] = this.spot(i)
      const number = i < known ? show(values[i]!) : "?"
      const slope = grads[i] == null ? "" : show(grads[i]!)
      title!.textContent = op ? `${node.name}: ${op}` : node.name
      value!.textContent = number
      grad!.textContent = slope && `기울기 ${slope}`
      set(groups[i]!, {
        transform: `translate(${x},${y})`,
        class: `node${op ? "" : " leaf"}${now?.node === i ? " now" : ""}`,
      })
      set(box!, {
        "aria-pressed": String(this.state.picked === i),
        "aria-label": `${node.name}, 값 ${number}${slope && `, 기울기 ${slope}`}`,
      })
    })
  }

  /** 노드 i의 셈을 이름이나 값으로 */
  private formula(i: number, name: (j: number) => string): string {
    const op = this.state.ops[i - this.first]!
    const parts = this.nodes[i]!.from.map(name)
    return parts.length === 1 ? `${op}(${parts[0]})` : parts.join(` ${op} `)
  }

  private stage(): string {
    const { now, values } = this.flow
    const { step } = this.state
    const end = total(this.nodes)
    if (!now) return `0/${end}. 잎의 값만 있다.`
    const name = (i: number) => this.nodes[i]!.name
    const head = `${step}/${end}.`
    const self = name(now.node)
    if (now.kind === "seed") return `${head} L의 기울기는 1이다.`
    if (now.kind === "forward") {
      const sum = this.formula(now.node, (j) => bracket(values[j]!))
      return `${head} 순전파: ${self} = ${sum} = ${show(values[now.node]!)}`
    }
    const targets = [...new Set(this.nodes[now.node]!.from)]
    const sent = targets.map((j) => `${name(j)}에 ${show(this.sent(now.node, j))}`)
    return `${head} 역전파: ${self} → ${sent.join(", ")}`
  }

  /** 노드 i가 입력 j로 보내는 기울기 */
  private sent(i: number, j: number): number {
    const { grads, slopes } = this.flow
    return this.nodes[i]!.from.reduce(
      (sum, from, n) => (from === j ? sum + grads[i]! * slopes[i]![n]! : sum),
      0,
    )
  }

  private about(i: number): string {
    const { grads, slopes, known } = this.flow
    const node = this.nodes[i]!
    const name = (j: number) => this.nodes[j]!.name
    if (!this.state.ops[i - this.first]) {
      const grad = grads[i]
      if (grad == null) return `잎 ${node.name}. 아직 기울기를 받지 않았다.`
      return `잎 ${node.name}. 값을 0.01 늘리면 L은 약 ${show(grad * 0.01, 4)}만큼 변한다.`
    }
    const head = `${node.name} = ${this.formula(i, name)}`
    if (i >= known) return `${head}. 아직 셈하지 않았다.`
    const local = node.from.map((j, n) => `${name(j)} 쪽 ${show(slopes[i]![n]!)}`)
    const grad = grads[i] == null ? "아직 없다" : show(grads[i]!)
    return `${head}. 국소 미분: ${local.join(", ")}. 받은 기울기: ${grad}.`
  }

  protected say(): string {
    return `${this.stage()} ${this.about(this.state.picked)}`
  }
}

function family(op: Op): Op[] {
  return BINARY.includes(op) ? BINARY : UNARY
}

function titles(ops: Op[]): Record<Op, string> {
  return Object.fromEntries(ops.map((op) => [op, op])) as Record<Op, string>
}

function bracket(value: number): string {
  return value < 0 ? `(${show(value)})` : show(value)
}

/** (x1, y1)에서 (x2, y2)로 가는 선의 화살촉 */
function tip(x1: number, y1: number, x2: number, y2: number): string {
  const angle = Math.atan2(y2 - y1, x2 - x1)
  return [2.7, -2.7]
    .map((turn) => {
      const x = x2 + 7 * Math.cos(angle + turn)
      const y = y2 + 7 * Math.sin(angle + turn)
      return `M${x2},${y2}L${x.toFixed(1)},${y.toFixed(1)}`
    })
    .join("")
}

const STYLE = `
.frame > svg { height: auto; max-width: 480px; margin: .3rem auto 0; }
.edges path { fill: none; stroke: var(--c-axis); stroke-width: 1.2; }
.edges .ahead { stroke: var(--c0); stroke-width: 3; }
.edges .back { stroke: var(--c1); stroke-width: 3; stroke-dasharray: 6 3; }
.node rect { cursor: pointer; outline: none; }
.node text { pointer-events: none; }
.node rect { fill: var(--book-paper); stroke: var(--c-axis); }
.node.leaf rect { stroke-dasharray: 3 2; }
.node.now rect { fill: var(--book-wash); }
.node rect[aria-pressed=true] { stroke: var(--book-accent); stroke-width: 2.5; }
.node rect:focus-visible { outline: 2px solid var(--book-accent); outline-offset: 3px; }
.title { font-size: 11px; fill: var(--book-soft); }
.value { font-size: 13px; font-weight: 700; }
.grad { font-size: 10.5px; paint-order: stroke; stroke: var(--book-paper); stroke-width: 3; }
.labels text { font-size: 11px; font-weight: 700; paint-order: stroke; stroke: var(--book-paper);
  stroke-width: 4; pointer-events: none; }
.word, .detail { margin: .2rem 0; text-align: center; min-height: 1.6em; }
.detail { color: var(--book-soft); font-size: .7rem; min-height: 3.2em; }
.pick { display: grid; justify-items: center; }
.sliders { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.4rem, 1fr));
  gap: 0 1rem; margin-top: .4rem; }
`

customElements.define("value-graph", ValueGraph)

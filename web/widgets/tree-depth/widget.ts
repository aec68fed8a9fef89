// <tree-depth>: 결정 트리의 깊이를 밀면 땅이 갈리고 두 정확도가 바뀐다.

import { choice, slider } from "../../kit/controls.ts"
import { beside, div, hint, html, resize, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, unpack } from "../../kit/number.ts"
import { Plot, type Range } from "../../kit/plot.ts"
import {
  accuracy,
  flowers,
  grow,
  leaves,
  type Point,
  regions,
  SPECIES,
  type Node as Tree,
} from "./math.ts"

const NAMES = { sepal: "꽃받침", petal: "꽃잎" }
type Name = keyof typeof NAMES
const PARTS: Record<Name, { from: 0 | 2; x: Range; y: Range }> = {
  sepal: { from: 0, x: [4.6, 8.2], y: [1.8, 4] },
  petal: { from: 2, x: [2.8, 7.2], y: [0.8, 2.7] },
}
const DEEPEST = 13
const TRAIN = SPECIES.map((_, i) => i).filter((i) => i % 2 === 0)
const VALID = SPECIES.map((_, i) => i).filter((i) => i % 2 === 1)

interface State {
  part: Name
  depth: number
  /** 그림에 보일 꽃 */
  seen: Seen
}

const SEEN = { train: "훈련한 꽃", valid: "남겨 둔 꽃" }
type Seen = keyof typeof SEEN

interface Grown {
  tree: Tree
  train: number
  valid: number
}

class TreeDepth extends Widget<State> {
  private readonly map = new Plot({
    label: "꽃과 나무의 땅",
    ...PARTS.sepal,
    xLabel: "길이 (cm)",
    yLabel: "너비 (cm)",
    width: 340,
    height: 280,
  })
  private readonly chart = new Plot({
    label: "깊이마다의 정확도",
    x: [0, DEEPEST],
    y: [0.4, 1.02],
    xLabel: "깊이",
    yLabel: "정확도",
    height: 180,
  })
  private readonly land = svg("g")
  private readonly dots = svg("g")
  private readonly curves = {
    train: svg("path", { class: "train" }),
    valid: svg("path", { class: "valid" }),
  }
  private readonly nows = {
    train: svg("circle", { class: "train", r: 5 }),
    valid: svg("path", { class: "valid" }),
  }
  private readonly parts = choice("특성", NAMES, (part) => this.update({ part }))
  private readonly seen = choice("보일 꽃", SEEN, (seen) => this.update({ seen }))
  private readonly depth = slider("깊이", (depth) => this.update({ depth }))
  private readonly train = html("b")
  private readonly valid = html("b")
  private readonly size = html("span")
  private readonly memory = new Map<Name, Grown[]>()

  protected readonly look = STYLE

  protected start(): State {
    return { part: "sepal", depth: 1, seen: "train" }
  }

  protected encode({ part, depth, seen }: State): string {
    return pack(part, depth, seen)
  }

  protected decode(text: string): State | null {
    const [part, depth, seen] = unpack(text)
    const [value] = numbers(depth) ?? []
    if (!Object.hasOwn(PARTS, part ?? "") || !Object.hasOwn(SEEN, seen ?? ""))
      return null
    if (value === undefined) return null
    return {
      part: part as Name,
      depth: clamp(Math.round(value), 0, DEEPEST),
      seen: seen as Seen,
    }
  }

  protected build(): Node[] {
    this.map.inside.append(this.land, this.dots)
    this.chart.inside.append(this.curves.train, this.curves.valid)
    this.chart.above.append(this.nows.train, this.nows.valid)
    this.depth.range(0, DEEPEST, 1)
    return [
      div("choices", this.parts.node, this.seen.node),
      beside(
        this.map.node,
        html(
          "p",
          { class: "readout" },
          html("span", {}, "● 훈련 ", this.train),
          html("span", {}, "◆ 검증 ", this.valid),
          this.size,
        ),
        this.chart.node,
        this.depth.node,
      ),
      hint(
        "○ 버시컬러, △ 버지니카. 바탕의 짙기가 나무의 답이고, 테두리가 굵은 것이 나무가 틀린 꽃이다.",
      ),
    ]
  }

  private grown(part: Name): Grown[] {
    const kept = this.memory.get(part)
    if (kept) return kept
    const X = flowers(PARTS[part].from)
    const pick = (rows: number[]) =>
      [rows.map((i) => X[i]!), rows.map((i) => SPECIES[i]!)] as const
    const [train, valid] = [pick(TRAIN), pick(VALID)]
    const all = Array.from({ length: DEEPEST + 1 }, (_, depth) => {
      const tree = grow(...train, depth)
      return { tree, train: accuracy(tree, ...train), valid: accuracy(tree, ...valid) }
    })
    this.memory.set(part, all)
    return all
  }

  protected render() {
    const { part, depth, seen } = this.state
    const all = this.grown(part)
    const now = all[depth]!
    this.parts.show(part)
    this.seen.show(seen)
    this.renderMap(now.tree)
    for (const name of ["train", "valid"] as const) {
      const points = all.map((grown, d): Point => [d, grown[name]])
      set(this.curves[name], { d: this.chart.line(points) })
    }
    set(this.nows.train, { cx: this.chart.x(depth), cy: this.chart.y(now.train) })
    set(this.nows.valid, {
      d: "M0,-7L6,0L0,7L-6,0Z",
      transform: `translate(${this.chart.x(depth)},${this.chart.y(now.valid)})`,
    })
    const spoken = `깊이 ${depth}, 훈련 ${show(now.train)}, 검증 ${show(now.valid)}`
    this.depth.show(depth, String(depth), spoken)
    this.train.textContent = now.train.toFixed(2)
    this.valid.textContent = now.valid.toFixed(2)
    this.size.textContent = `잎 ${leaves(now.tree)}개`
  }

  private renderMap(tree: Tree) {
    const { part, seen } = this.state
    const { from, x, y } = PARTS[part]
    this.map.range(x, y)
    const boxes = regions(tree, { left: x[0], right: x[1], bottom: y[0], top: y[1] })
    const rects = resize(this.land, boxes.length, () => svg("path"))
    boxes.forEach(({ left, right, bottom, top, label }, i) => {
      const corners: Point[] = [
        [left, bottom],
        [right, bottom],
        [right, top],
        [left, top],
      ]
      set(rects[i]!, { d: `${this.map.line(corners)}Z`, class: `land k${label}` })
    })
    const X = flowers(from)
    const rows = seen === "train" ? TRAIN : VALID
    const marks = resize(this.dots, rows.length, () => svg("path"))
    rows.forEach((i, k) => {
      const [u, v] = X[i]!
      const label = SPECIES[i]!
      const box = boxes.find((b) => inside(b, u, v))
      set(marks[k]!, {
        d: label
          ? "M0,-5L4.6,3.4H-4.6Z"
          : "M-3.6,0A3.6,3.6,0,1,1,3.6,0A3.6,3.6,0,1,1,-3.6,0Z",
        class: `flower k${label}${box && box.label !== label ? " wrong" : ""}`,
        transform: `translate(${this.map.x(u)},${this.map.y(v)})`,
      })
    })
  }

  protected say(): string {
    return `${this.depth.input.getAttribute("aria-valuetext")}, ${this.size.textContent}`
  }
}

/** ≤인 쪽이 왼쪽과 아래이므로 위와 오른쪽 변을 품는다 */
function inside(
  b: { left: number; right: number; bottom: number; top: number },
  u: number,
  v: number,
) {
  return u > b.left && u <= b.right && v > b.bottom && v <= b.top
}

const STYLE = `
.choices { display: flex; flex-wrap: wrap; gap: .4rem 1rem; }
.choices > * { flex: 1 1 9rem; }
.columns { margin-top: .6rem; }
.columns > svg { height: 280px; }
.side { display: grid; align-content: start; }
.side svg { height: 180px; }
.land { stroke: var(--c-axis); stroke-width: .7; }
.land.k0 { fill: var(--c0); fill-opacity: .12; }
.land.k1 { fill: var(--c1); fill-opacity: .3; }
.flower { stroke-width: 1; }
.flower.k0 { fill: none; stroke: var(--c0); stroke-width: 1.8; }
.flower.k1 { fill: var(--c1); stroke: var(--book-paper); }
.flower.wrong { stroke: var(--c3); stroke-width: 3; }
path.train, path.valid { fill: none; stroke: var(--c0); stroke-width: 2; }
path.valid { stroke: var(--c1); stroke-dasharray: 6 3; }
circle.train { fill: var(--c0); }
g > path.valid[transform] { fill: var(--c1); stroke-dasharray: none; }
`

customElements.define("tree-depth", TreeDepth)

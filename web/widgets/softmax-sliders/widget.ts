// <softmax-sliders>: 로짓과 온도를 밀면 확률이 함께 움직인다. 식 그대로 셈한 것과 견준다.

import { button, choice, slider } from "../../kit/controls.ts"
import { div, html } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, show, snap, unpack } from "../../kit/number.ts"
import { logsumexp, naive, slopes, softmax } from "./math.ts"

const NAMES = ["가", "나", "다", "라"]
const SCALES = { one: "그대로", hundred: "×100", thousand: "×1000" }
type Scale = keyof typeof SCALES
const TIMES: Record<Scale, number> = { one: 1, hundred: 100, thousand: 1000 }
const EDGE = 10
const COLDEST = 0.1
const HOTTEST = 10

interface State {
  z: number[]
  T: number
  scale: Scale
  /** 마지막에 만진 로짓. 확률마다의 비탈을 보인다 */
  touched: number
}

interface Row {
  node: HTMLElement
  bar: HTMLElement
  text: HTMLElement
  slope: HTMLElement
}

class SoftmaxSliders extends Widget<State> {
  private readonly logits = NAMES.map((name, i) =>
    slider(`로짓 ${name}`, (value) =>
      this.update({ z: this.state.z.with(i, value), touched: i }),
    ),
  )
  // 온도는 열 배마다 같은 간격으로 민다
  private readonly heat = slider("온도 T", (value) => this.update({ T: heat(value) }))
  private readonly scale = choice("로짓의 눈금", SCALES, (scale) =>
    this.update({ scale }),
  )
  private readonly rows = NAMES.map((name) => row(name))
  private readonly up = button("모두 +1", () => this.shift(1))
  private readonly down = button("모두 −1", () => this.shift(-1))
  private readonly plain = html("b")
  private readonly total = html("b")
  private readonly note = html("p", { class: "note" })

  protected readonly look = STYLE

  protected start(): State {
    return { z: [3, 2, 1, 0], T: 1, scale: "one", touched: 0 }
  }

  protected encode({ z, T, scale, touched }: State): string {
    return pack(z, T, scale, touched)
  }

  protected decode(text: string): State | null {
    const [first, second, scale, fourth] = unpack(text)
    const [z, T, touched] = [first, second, fourth].map(numbers)
    if (z?.length !== NAMES.length || !T || !touched) return null
    if (!scale || !Object.hasOwn(SCALES, scale)) return null
    return {
      z: z.map((value) => clamp(snap(value, 0.5), -EDGE, EDGE)),
      T: clamp(T[0]!, COLDEST, HOTTEST),
      scale: scale as Scale,
      touched: clamp(Math.round(touched[0]!), 0, NAMES.length - 1),
    }
  }

  protected build(): Node[] {
    for (const control of this.logits) control.range(-EDGE, EDGE, 0.5)
    this.heat.range(-1, 1, 0.05)
    return [
      div(
        "columns",
        html("div", {}, ...this.logits.map((c) => c.node), this.heat.node),
        html(
          "div",
          { role: "group", "aria-label": "확률" },
          ...this.rows.map((r) => r.node),
          html("p", { class: "readout" }, "로그합지수 ", this.total),
          html("p", { class: "readout" }, "식 그대로 셈하면 ", this.plain),
        ),
      ),
      this.note,
      div(
        "controls",
        this.scale.node,
        this.up,
        this.down,
        button("처음으로", () => this.reset()),
      ),
    ]
  }

  private shift(by: number) {
    this.update({ z: this.state.z.map((value) => value + by) })
  }

  private get scaled(): number[] {
    return this.state.z.map((value) => value * TIMES[this.state.scale])
  }

  protected render() {
    const { z, T, scale, touched } = this.state
    const p = softmax(this.scaled, T)
    const slope = slopes(p, touched)
    this.logits.forEach((control, i) => control.show(z[i]!, show(z[i]!)))
    this.heat.show(Math.log10(T), show(T))
    this.scale.show(scale)
    this.rows.forEach(({ bar, text, slope: cell, node }, i) => {
      bar.style.setProperty("--part", String(p[i]))
      text.textContent = `${show(p[i]! * 100, 1)}%`
      cell.textContent = signed(slope[i]! / T)
      node.classList.toggle("touched", i === touched)
    })
    this.up.disabled = Math.max(...z) + 1 > EDGE
    this.down.disabled = Math.min(...z) - 1 < -EDGE
    const raw = naive(this.scaled.map((value) => value / T))
    this.plain.textContent = raw.some(Number.isNaN)
      ? "넘쳐서 답이 없다"
      : "같은 답이 나온다"
    this.plain.className = raw.some(Number.isNaN) ? "lost" : ""
    this.total.textContent = show(logsumexp(this.scaled.map((v) => v / T)), 3)
    this.note.textContent =
      `오른쪽 끝은 로짓 ${NAMES[touched]}를 조금 키울 때 저마다의 확률이 변하는 비탈이다. ` +
      "모두 더하면 0이다."
  }

  protected say(): string {
    const told = this.rows.map((r, i) => `${NAMES[i]} ${r.text.textContent}`).join(", ")
    return `확률은 ${told}. 식 그대로 셈하면 ${this.plain.textContent}.`
  }
}

function heat(exponent: number): number {
  return snap(10 ** exponent, 0.01)
}

function signed(value: number): string {
  const text = show(value, 3)
  return value > 0 && text !== "0" ? `+${text}` : text
}

function row(name: string): Row {
  const bar = html("span", { class: "bar" })
  const text = html("span", { class: "value" })
  const slope = html("span", { class: "slope" })
  const node = div(
    "row",
    html("span", { class: "name" }, name),
    html("span", { class: "track" }, bar),
    text,
    slope,
  )
  return { node, bar, text, slope }
}

const STYLE = `
.row { display: grid; grid-template-columns: 1.2rem 1fr 3.4rem 3.8rem; gap: .5rem; align-items: center; height: 2.6rem; }
.row .track { height: 1.1rem; border: 1px solid var(--c-grid); border-radius: .2rem; overflow: hidden; }
.bar { display: block; height: 100%; width: calc(var(--part) * 100%); background: var(--c0); }
.touched .bar { background: var(--c1); }
.row .value { font-weight: 700; text-align: end; }
.slope { color: var(--book-soft); text-align: end; font-size: .65rem; }
.touched .name { font-weight: 700; }
.columns .readout b { font-weight: 400; color: var(--book-accent); }
.columns .readout b.lost { color: var(--book-wrong); }
.note { margin: .5rem 0 0; min-height: 3.2em; color: var(--book-soft); font-size: .65rem; }
`

customElements.define("softmax-sliders", SoftmaxSliders)

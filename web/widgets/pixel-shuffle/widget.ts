// <pixel-shuffle>: 픽셀을 섞거나 그대로 두고 두 신경망을 이 자리에서 나란히 학습시킨다.

import { choice, Player } from "../../kit/controls.ts"
import { div, hint, html, set, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import { clamp, numbers, pack, unpack } from "../../kit/number.ts"
import { Plot } from "../../kit/plot.ts"
import { EPOCHS, type Mode, Race, SIDE } from "./math.ts"

interface State {
  mode: Mode
  seed: number
  /** 몇 바퀴를 학습했는가 */
  shown: number
}

const MODES: Record<Mode, string> = {
  plain: "그대로",
  blocks: "2×2 안에서 섞기",
  all: "모두 섞기",
}
const SEEDS = { "1": "씨앗 1", "2": "씨앗 2", "3": "씨앗 3" }
type Seed = keyof typeof SEEDS
const NAMES = ["MLP", "창 신경망"] as const
const PICTURES = 6
const GAP = 14

class PixelShuffle extends Widget<State> {
  private readonly curve = new Plot({
    label: "학습한 바퀴마다의 테스트 정확도",
    x: [0, EPOCHS],
    y: [0, 1],
    xLabel: "바퀴",
    yLabel: "테스트 정확도",
    height: 230,
    ticks: 5,
  })
  private readonly lines = NAMES.map((_, i) => svg("path", { class: `line c${i}` }))
  private readonly ends = [
    svg("circle", { class: "end c0", r: 4.5 }),
    svg("rect", { class: "end c1", width: 9, height: 9 }),
  ] as const
  private readonly pictures = Array.from({ length: PICTURES }, () =>
    svg("path", { class: "ink" }),
  )
  private readonly modes = choice("픽셀의 순서", MODES, (mode) => this.begin({ mode }))
  private readonly seeds = choice("씨앗", SEEDS, (seed) =>
    this.begin({ seed: Number(seed) }),
  )
  private readonly player = new Player({
    walk: () => this.walk(),
    go: (by) => this.update({ shown: clamp(this.state.shown + by, 0, EPOCHS) }),
    reset: () => this.reset(),
    pause: 60,
    names: ["한 바퀴", "뒤로"],
  })
  private readonly where = html("span")
  private readonly score = html("b")
  private race: Race | undefined
  private raced = ""

  protected readonly look = STYLE

  protected start(): State {
    return { mode: "plain", seed: 1, shown: 0 }
  }

  protected encode({ mode, seed, shown }: State): string {
    return pack(mode, seed, shown)
  }

  protected decode(text: string): State | null {
    const [mode = "", ...rest] = unpack(text)
    const [seed, shown] = rest.map((field) => numbers(field)?.[0])
    if (!Object.hasOwn(MODES, mode) || !Object.hasOwn(SEEDS, String(seed))) return null
    if (rest.length !== 2 || shown === undefined) return null
    return {
      mode: mode as Mode,
      seed: seed!,
      shown: clamp(Math.round(shown), 0, EPOCHS),
    }
  }

  protected build(): Node[] {
    this.curve.inside.append(...this.lines)
    this.curve.above.append(...this.ends)
    const width = 3 * GAP
    const tiles = this.pictures.map((picture, n) =>
      svg(
        "g",
        { transform: `translate(${(n % 3) * GAP},${Math.floor(n / 3) * GAP})` },
        svg("rect", { width: SIDE, height: SIDE, class: "paper" }),
        picture,
      ),
    )
    const label = "신경망이 받는 테스트 그림 여섯 장"
    const viewBox = `-1 -1 ${width} ${2 * GAP}`
    return [
      html("p", { class: "readout" }, this.where, this.score),
      div(
        "columns",
        html("div", {}, this.curve.node, this.key()),
        html(
          "div",
          {},
          svg(
            "svg",
            { viewBox, role: "img", "aria-label": label, class: "tiles" },
            ...tiles,
          ),
          this.modes.node,
          this.seeds.node,
        ),
      ),
      this.player.node,
      hint(
        "숫자 100장을 여섯 번씩 흩어 놓아 학습하고, 다른 50장을 여섯 번씩 흩어 놓아 시험한다.",
      ),
    ]
  }

  private key(): HTMLElement {
    const marks = [
      svg("circle", { class: "c0", r: 4.5, cx: 7, cy: 7 }),
      svg("rect", { class: "c1", width: 9, height: 9, x: 2.5, y: 2.5 }),
    ]
    const items = NAMES.map((name, i) =>
      html(
        "span",
        {},
        svg("svg", { viewBox: "0 0 14 14", class: "mark" }, marks[i]!),
        name,
      ),
    )
    return html("p", { class: "key" }, ...items)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.player.stop()
  }

  private begin(change: Partial<State>) {
    this.player.stop()
    this.update({ ...change, shown: 0 })
  }

  private walk(): boolean {
    const shown = this.state.shown >= EPOCHS ? 0 : this.state.shown + 1
    this.update({ shown })
    return shown < EPOCHS
  }

  protected render() {
    const { mode, seed, shown } = this.state
    const run = `${mode},${seed}`
    if (!this.race || this.raced !== run) {
      this.race = new Race(mode, seed)
      this.raced = run
      this.pictures.forEach((picture, n) =>
        set(picture, { d: squares(this.race!.test.X[n * 7]!) }),
      )
    }
    while (this.race.scores.length <= shown) this.race.epoch()
    const scores = this.race.scores.slice(0, shown + 1)
    NAMES.forEach((_, i) => {
      set(this.lines[i]!, { d: this.curve.line(scores.map((s, t) => [t, s[i]!])) })
    })
    const [mlp, net] = scores[shown]!
    const x = this.curve.x(shown)
    set(this.ends[0], { cx: x, cy: this.curve.y(mlp) })
    set(this.ends[1], { x: x - 4.5, y: this.curve.y(net) - 4.5 })
    this.modes.show(mode)
    this.seeds.show(String(seed) as Seed)
    this.where.textContent = `${MODES[mode]}, ${shown}바퀴`
    this.score.textContent = `MLP ${mlp.toFixed(2)}, 창 신경망 ${net.toFixed(2)}`
    this.player.show(shown > 0, shown < EPOCHS)
  }

  protected say(): string {
    return `${this.where.textContent}. 테스트 정확도 ${this.score.textContent}.`
  }
}

/** 먹의 진하기만큼 큰 네모들 */
function squares(x: readonly number[]): string {
  return x
    .map((ink, d) => {
      if (ink === 0) return ""
      const side = Math.sqrt(ink) * 0.95
      const at = (value: number) => (value + 0.5 - side / 2).toFixed(2)
      const s = side.toFixed(2)
      return `M${at(d % SIDE)},${at(Math.floor(d / SIDE))}h${s}v${s}h-${s}z`
    })
    .join("")
}

const STYLE = `
@container (max-width: 599px) { .frame .readout { min-height: 3.2em; } }
.columns > div { display: grid; align-content: start; gap: .4rem; }
.columns > div > svg:first-child { height: 230px; }
svg.tiles { height: 190px; }
.paper { fill: none; stroke: var(--c-grid); stroke-width: .15; }
.ink { fill: var(--c-text); }
.line { fill: none; stroke-width: 2; }
.line.c0 { stroke: var(--c0); }
.line.c1 { stroke: var(--c1); stroke-dasharray: 6 3; }
:not(.line).c0 { fill: var(--c0); }
:not(.line).c1 { fill: var(--c1); }
.key { display: flex; gap: 1rem; margin: 0; }
.key span { display: flex; gap: .3rem; align-items: center; }
.key svg.mark { width: 14px; height: 14px; }
`

customElements.define("pixel-shuffle", PixelShuffle)

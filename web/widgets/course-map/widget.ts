// <course-map>: 모든 장의 지도. 장의 이름과 주소는 이 요소 안에 있는 목록에서 읽는다.

import { button } from "../../kit/controls.ts"
import { div, hint, html, svg } from "../../kit/dom.ts"
import { Widget } from "../../kit/element.ts"
import {
  after,
  before,
  type Chapter,
  COLUMNS,
  PITCH,
  part,
  spots,
  wire,
} from "./math.ts"

interface State {
  /** 고른 장 */
  chosen: string
}

class CourseMap extends Widget<State> {
  private readonly parts = [...this.querySelectorAll("[data-part]")].map((title) => ({
    title: title.textContent!,
    chapters: [...title.parentElement!.querySelectorAll("li")].map(read),
  }))
  private readonly chapters = this.parts.flatMap((part) => part.chapters)
  private readonly spots = spots(this.chapters)
  private readonly cells = new Map<string, HTMLElement>()
  private readonly wires: { from: string; to: string; node: SVGPathElement }[] = []
  private readonly name = html("b")
  private readonly first = html("span")
  private readonly next = html("span")
  private readonly forth = button("다음 장", () => this.go(1))
  private readonly back = button("앞 장", () => this.go(-1))
  private readonly open = html("a", { class: "open" })
  /** 마우스나 초점이 머무는 동안만 보는 장 */
  private peek: string | null = null

  protected readonly look = STYLE

  protected start(): State {
    return { chosen: this.chapters[0]!.key }
  }

  protected encode({ chosen }: State): string {
    return chosen.replace("/", "_")
  }

  protected decode(text: string): State | null {
    const name = text.replace("_", "/")
    // 번호로 적힌 옛 주소도 안다
    const chosen = this.chapters.find(
      (c) => c.key === name || `${part(c.key)}/${c.number}` === name,
    )
    return chosen ? { chosen: chosen.key } : null
  }

  protected build(): Node[] {
    return [
      div("columns", ...this.parts.map((part) => this.draw(part))),
      div(
        "about",
        html("p", {}, this.name),
        html("p", {}, this.first),
        html("p", {}, this.next),
      ),
      div("controls", this.back, this.forth, this.open),
      hint(
        "굵은 테두리는 먼저 읽을 장, 점선 테두리는 이어지는 장이다. 바탕을 칠하지 않은 장은 준비 중이다.",
      ),
    ]
  }

  private draw({
    title,
    chapters,
  }: {
    title: string
    chapters: Chapter[]
  }): HTMLElement {
    const rows = chapters.map(({ key }) => this.spots.get(key)![0])
    const height = (1 + Math.max(...rows)) * PITCH
    const lines = svg("svg", {
      viewBox: `0 0 ${COLUMNS * 100} ${height}`,
      preserveAspectRatio: "none",
      "aria-hidden": "true",
      style: `height:${height}px`,
    })
    for (const { key, needs } of chapters)
      for (const need of needs)
        if (part(need) === part(key)) {
          const d = wire(this.spots.get(need)!, this.spots.get(key)!)
          const node = svg("path", { d })
          this.wires.push({ from: need, to: key, node })
          lines.append(node)
        }
    const list = html("ol", {}, ...chapters.map((chapter) => this.cell(chapter)))
    return html(
      "div",
      {},
      html("p", { class: "title" }, title),
      div("map", lines, list),
    )
  }

  private cell(chapter: Chapter): HTMLElement {
    const { key, url } = chapter
    const inner = [
      html("span", { class: "number" }, chapter.number),
      ` ${chapter.title}`,
    ]
    const cell = url
      ? html("a", { href: url, class: "cell" }, ...inner)
      : html(
          "span",
          { class: "cell planned" },
          ...inner,
          html("span", { class: "unseen" }, " (준비 중)"),
        )
    const look = (peek: string | null) => () => {
      this.peek = peek
      this.render()
    }
    cell.addEventListener("pointerenter", look(key))
    cell.addEventListener("pointerleave", look(null))
    cell.addEventListener("focus", look(key))
    cell.addEventListener("blur", look(null))
    if (!url) cell.addEventListener("click", () => this.update({ chosen: key }))
    this.cells.set(key, cell)
    const [row, column] = this.spots.get(key)!
    return html("li", { style: `grid-area:${row + 1}/${column + 1}` }, cell)
  }

  private go(by: number) {
    const here = this.chapters.findIndex((c) => c.key === this.state.chosen)
    this.peek = null
    this.update({ chosen: this.chapters[here + by]!.key })
  }

  protected render() {
    const key = this.peek ?? this.state.chosen
    const chapter = this.chapters.find((c) => c.key === key)!
    const earlier = before(this.chapters, key)
    const later = new Set(after(this.chapters, key).map((c) => c.key))
    for (const [name, cell] of this.cells) {
      cell.classList.toggle("here", name === key)
      cell.classList.toggle("earlier", earlier.has(name))
      cell.classList.toggle("later", later.has(name))
    }
    for (const { from, to, node } of this.wires) {
      node.classList.toggle(
        "earlier",
        (to === key || earlier.has(to)) && earlier.has(from),
      )
      node.classList.toggle("later", from === key)
    }
    const needs = chapter.needs.map((need) =>
      this.full(this.chapters.find((c) => c.key === need)!),
    )
    this.name.textContent = this.full(chapter) + (chapter.url ? "" : " (준비 중)")
    this.first.textContent = needs.length
      ? `바로 앞서 읽을 장: ${needs.join(", ")}. 거슬러 모두 ${earlier.size}장`
      : "앞서 읽을 장이 없다."
    this.next.textContent = later.size
      ? `이어지는 장: ${after(this.chapters, key)
          .map((c) => this.full(c))
          .join(", ")}`
      : "이 갈래의 끝이다."
    this.back.disabled = this.state.chosen === this.chapters[0]!.key
    this.forth.disabled = this.state.chosen === this.chapters.at(-1)!.key
    const chosen = this.chapters.find((c) => c.key === this.state.chosen)!
    this.open.hidden = !chosen.url
    this.open.href = chosen.url ?? ""
    this.open.textContent = `${this.full(chosen)} 읽기`
  }

  /** 부가 둘이라 번호 앞에 부를 적는다 */
  private full({ key, number, title }: Chapter): string {
    const nth = this.parts.findIndex((p) => p.chapters.some((c) => c.key === key))
    return `${nth + 1}부 ${number} ${title}`
  }

  protected say(): string {
    return `${this.name.textContent}. ${this.first.textContent}. ${this.next.textContent}`
  }
}

function read(item: HTMLLIElement): Chapter {
  const name = item.querySelector<HTMLElement>("[data-name]")!
  return {
    key: item.dataset.key!,
    number: item.dataset.number!,
    title: name.textContent!,
    url: name.getAttribute("href"),
    needs: item.dataset.needs!.split(" ").filter(Boolean),
  }
}

const STYLE = `
.title { font-weight: 700; margin-bottom: .3rem; }
.map { position: relative; padding-inline: .8rem; }
.map svg { position: absolute; inset: 0 .8rem; width: calc(100% - 1.6rem); pointer-events: none; }
.map svg path { fill: none; stroke: var(--c-axis); stroke-opacity: .6; vector-effect: non-scaling-stroke; }
.map svg path.earlier { stroke: var(--book-accent); stroke-opacity: 1; stroke-width: 3; }
.map svg path.later { stroke: var(--book-accent); stroke-opacity: 1; stroke-width: 2; stroke-dasharray: 5 4; }
ol { position: relative; display: grid; grid-template-columns: repeat(3, 1fr); grid-auto-rows: ${PITCH}px; margin: 0; padding: 0; list-style: none; }
li { display: grid; margin: 0 4px; height: 50px; }
.cell {
  position: relative; display: block; padding: .15rem .3rem; overflow: hidden; border: 1px solid var(--book-line); border-radius: .3rem;
  background: var(--book-wash); color: var(--book-ink); font-size: .6rem; line-height: 1.3; text-decoration: none; word-break: keep-all; overflow-wrap: anywhere;
}
.cell.planned { background: var(--book-paper); color: var(--book-soft); }
.cell.earlier { border: 3px solid var(--book-accent); padding: calc(.15rem - 2px) calc(.3rem - 2px); }
.cell.later { border: 2px dashed var(--book-accent); padding: calc(.15rem - 1px) calc(.3rem - 1px); }
.cell.here { border-color: var(--book-ink); box-shadow: 0 0 0 2px var(--book-ink); }
.cell:focus-visible { outline: 2px solid var(--book-accent); outline-offset: 3px; overflow: visible; }
.number { font-weight: 700; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.about { min-height: 6.4em; margin-top: .5rem; }
.about p { margin: 0; }
.open { padding: .3rem 0; color: var(--book-accent); }
`

customElements.define("course-map", CourseMap)

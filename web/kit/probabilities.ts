// 모델이 클래스마다 준 확률의 막대. 가장 큰 것이 도드라진다.

import { html, resize } from "./dom.ts"
import { percent } from "./number.ts"

export class Probabilities {
  readonly node = html("ol", { class: "bars" })

  show(probabilities: ArrayLike<number>, labels: readonly string[]) {
    const p = Array.from(probabilities)
    const best = p.indexOf(Math.max(...p))
    const rows = resize(this.node, p.length, () =>
      html("li", {}, html("span"), html("span", { class: "bar" }), html("span")),
    )
    rows.forEach((row, at) => {
      row.classList.toggle("top", at === best && p[at]! > 0)
      row.style.setProperty("--p", String(p[at]))
      row.firstElementChild!.textContent = labels[at] ?? String(at)
      row.lastElementChild!.textContent = percent(p[at]!)
    })
  }
}

export const PROBABILITIES = `
.bars { margin: .3rem 0 0; padding: 0; list-style: none; }
.bars li { display: grid; grid-template-columns: var(--label, 5.4em) 1fr 3.6em; gap: .5em; align-items: center; color: var(--book-soft); line-height: 1.45; }
.bars .bar { height: .5rem; border-radius: .1rem; background: var(--book-wash); }
.bars .bar::before { display: block; width: calc(100% * var(--p)); height: 100%; border-radius: inherit; background: var(--book-soft); content: ""; }
.bars li > :last-child { text-align: end; }
.bars .top { color: var(--book-ink); }
.bars .top .bar::before { background: var(--c0); }
`

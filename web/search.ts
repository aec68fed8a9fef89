// 책의 검색. 물음에 나온 것을 가르치는 장을 앞에 세운다.

import { chunks, count, key, mark, normalize, teaser } from "./match.ts"
import { type Book, Reader, type Unit } from "./query.ts"

/** search_index.json의 한 줄. 장의 첫 줄은 주소에 #이 없고 절은 있다. */
export interface Entry {
  location: string
  title: string
  text: string
  tags?: string[]
  /** 이 절에 나오는 용어의 번호 */
  terms?: number[]
  /** 이 절이 영어와 함께 소개하는 용어의 번호 */
  introduces?: number[]
  /** 본문에서 덜어 낸 낱말 */
  words?: string
  /** 이 쪽이 이름만 알려 주는, 아직 쓰지 않은 장들 */
  planned?: string[]
  boost?: number
}

export interface Index {
  config: { terms: Book["terms"] }
  docs: Entry[]
}

/** Material이 한 줄로 보여 주는 결과. */
export interface Item {
  location: string
  title: string
  text: string
  tags?: string[]
  score: number
  terms: Record<string, boolean>
}

export interface Result {
  items: Item[][]
  suggest: string[]
}

interface Section {
  entry: Entry
  title: string
  text: string
  terms: Set<number>
  introduces: Set<number>
}

interface Page {
  sections: Section[]
  titles: string[]
  tags: string[]
  headings: string[]
  planned: string[]
  boost: number
}

const PAGES = 20
const SECTIONS = 8

export class Search {
  private readonly pages: Page[] = []
  private readonly tallies = new Map<string, number[]>()
  private readonly reader: Reader

  constructor({ config, docs }: Index) {
    for (const entry of docs) this.add(entry)
    const { pages } = this
    const sections = pages.flatMap((page) => page.sections)
    this.reader = new Reader({
      terms: config.terms,
      titles: pages.flatMap((p) => [
        ...p.titles,
        ...p.tags,
        ...p.headings,
        ...p.planned,
      ]),
      texts: sections.map(({ title, text }) => `${title} ${text}`),
      occurs: (name) => this.tally(name).some(Boolean),
    })
  }

  private add(entry: Entry) {
    const section = {
      entry,
      title: normalize(entry.title),
      text: normalize(`${entry.text} ${entry.words ?? ""}`),
      terms: new Set(entry.terms),
      introduces: new Set(entry.introduces),
    }
    if (entry.location.includes("#")) {
      const page = this.pages.at(-1)!
      page.sections.push(section)
      page.headings.push(...chunks(entry.title))
    } else {
      this.pages.push({
        sections: [section],
        titles: chunks(entry.title),
        tags: (entry.tags ?? []).map(normalize),
        headings: [],
        planned: (entry.planned ?? []).flatMap(chunks),
        boost: entry.boost ?? 1,
      })
    }
  }

  /** 이름이 쪽마다 몇 번 나오는가. */
  private tally(name: string): number[] {
    let found = this.tallies.get(name)
    if (!found) {
      found = this.pages.map(({ sections }) =>
        sections.reduce(
          (sum, s) => sum + count(s.text, name) + count(s.title, name),
          0,
        ),
      )
      this.tallies.set(name, found)
    }
    return found
  }

  query(text: string): Result {
    const units = this.reader.parse(text)
    const items = this.rank(units)
      .slice(0, PAGES)
      .map(({ page, score }) => this.group(page, units, score))
    const suggestion = this.reader.suggest(text)
    return { items, suggest: suggestion ? [suggestion] : [] }
  }

  parse(text: string): Unit[] {
    return this.reader.parse(text)
  }

  /** 물음의 덩어리를 많이, 깊이 가르치는 쪽부터. 드문 덩어리일수록 무겁다. */
  private rank(units: Unit[]): { page: Page; score: number }[] {
    const rows = units.map((unit) => {
      const scores = this.teaching(unit, units.length)
      const pages = scores.filter((score) => score > 0).length
      const rarity = Math.log(1.5 + this.pages.length / Math.max(1, pages))
      return { scores, weight: pages ? unit.weight * rarity : 0 }
    })
    const whole = rows.reduce((sum, { weight }) => sum + weight, 0)
    return this.pages
      .map((page, p) => {
        let sum = 0
        let covered = 0
        for (const { scores, weight } of rows) {
          sum += (weight * scores[p]!) / whole
          if (scores[p]) covered += weight / whole
        }
        return { page, score: sum * (0.3 + 0.7 * covered) }
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
  }

  /** 쪽마다 이 덩어리를 얼마나 가르치는가. 제목, 꼬리표, 절 제목, 본문 순으로 무겁다. */
  private teaching(unit: Unit, among: number): number[] {
    const { term } = unit
    // 물은 이름과 본말은 온전히, 다른 별명은 조금 가볍게 센다.
    const names = unit.names.map((name, i) => ({
      name,
      key: key(name),
      share: i > 1 ? 0.7 : 1,
    }))
    const best = (fields: string[], exact: number, part: number) =>
      Math.max(
        0,
        ...fields.flatMap((field) =>
          names.map(({ name, key: k, share }) => {
            if (field.replaceAll(" ", "") === k) return exact * share
            return count(field, name) ? part * share : 0
          }),
        ),
      )
    const mentions = this.pages.map(({ sections, boost }, p) => {
      if (term !== undefined) {
        const mentioning = sections.filter((s) => s.terms.has(term)).length
        return boost * (mentioning + this.tally(unit.asked)[p]!)
      }
      return (
        boost *
        names.reduce((sum, { name, share }) => sum + share * this.tally(name)[p]!, 0)
      )
    })
    const most = Math.max(...mentions, 1)
    return this.pages.map((page, p) => {
      const n = mentions[p]!
      const introduced =
        term !== undefined && page.sections.some((s) => s.introduces.has(term))
      return (
        Math.max(best(page.titles, 8 + 8 / among, 8), best(page.tags, 5, 2.5)) +
        best(page.planned, 7, 5) +
        best(page.headings, 5, 3) * page.boost +
        (introduced ? 2 : 0) * page.boost +
        (3 * n) / (n + 4) +
        (3 * n) / most
      )
    })
  }

  /** 쪽 하나의 결과. 장이 스스로 답하지 않으면 답하는 절을 앞에 둔다. */
  private group(page: Page, units: Unit[], score: number): Item[] {
    const [article, ...sections] = page.sections
    const rated = sections
      .map((section) => ({ section, value: relevance(section, units) }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value)
      .slice(0, SECTIONS)
    const top = rated[0]?.value ?? 1
    const found = rated.map(({ section, value }) =>
      item(section, units, (score * value) / top),
    )
    const known = new Set(found.flatMap(({ terms }) => Object.keys(terms)))
    const first = item(article!, units, score)
    if (found.length && !Object.keys(first.terms).length)
      return [...found, { ...first, score: 0 }]
    for (const { asked, names } of units) {
      if (!names.some((name) => known.has(name) || first.terms[name]))
        first.terms[asked] = false
    }
    return [first, ...found.map((it) => ({ ...it, score: 0.99 * it.score }))]
  }
}

function relevance({ title, text, terms }: Section, units: Unit[]): number {
  return units.reduce((sum, { names, weight, term }) => {
    const hits = names.map((name) => {
      const n = count(text, name)
      return (count(title, name) ? 4 : 0) + n / (n + 2)
    })
    const mentioned = term !== undefined && terms.has(term) ? 0.5 : 0
    return sum + weight * (Math.max(...hits) + mentioned)
  }, 0)
}

/** terms에는 찾은 이름을 적는다. Material이 연 쪽에서 그 말에 표를 한다. */
function item({ entry, title, text }: Section, units: Unit[], score: number): Item {
  const { location, tags } = entry
  const fields = `${title} ${text} ${(tags ?? []).map(normalize).join(" ")}`
  const shown = units.flatMap(({ names }) =>
    names.filter((name) => count(fields, name)),
  )
  return {
    location,
    title: mark(entry.title, shown),
    text: teaser(entry.text, shown),
    ...(tags && { tags: tags.map((tag) => mark(tag, shown)) }),
    score,
    terms: Object.fromEntries(shown.map((name) => [name, true])),
  }
}

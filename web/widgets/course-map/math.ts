// 장들의 자리와 선. 무엇이 무엇을 앞서는지는 mkdocs.yml의 extra.needs가 정한다.

export interface Chapter {
  /** 예: dl/05 */
  key: string
  title: string
  /** 준비 중이면 null */
  url: string | null
  needs: string[]
}

/** 부마다 장을 놓은 자리. 앞서 읽을 장은 위나 옆에 있다. */
const GRID: Record<string, string[]> = {
  dl: ["02 01 --", "03 05 06", "04 07 10", "09 08 11", "-- 13 12", "-- 15 14"],
  cnn: ["02 01 --", "12 03 04", "06 05 07", "13 08 11", "14 09 10", "15 -- --"],
}
export const COLUMNS = 3
export const PITCH = 64 // 한 행의 높이
const CELL = 50
const WIDTH = 100 // 한 열의 너비. 그림판이 화면에 맞추어 늘인다
const GAP = 4

/** 부의 이름과 장 번호. dl/05 → ["dl", "05"] */
export const split = (key: string) => key.split("/") as [string, string]

/** 장의 [행, 열]. 자리를 정하지 않은 부는 셋씩 차례로 놓는다. */
export function spot(key: string): [number, number] {
  const [part, number] = split(key)
  for (const [row, line] of (GRID[part] ?? []).entries()) {
    const column = line.split(" ").indexOf(number)
    if (column >= 0) return [row, column]
  }
  const n = Number(number) - 1 + COLUMNS * (GRID[part]?.length ?? 0)
  return [Math.floor(n / COLUMNS), n % COLUMNS]
}

/** 앞 장의 가운데에서 뒷 장의 가운데로. 사이에 다른 장이 있으면 바깥으로 돌아간다. */
export function wire(from: string, to: string): string {
  const [row, column] = spot(from)
  const [below, beside] = spot(to)
  const y = (r: number) => r * PITCH + CELL / 2
  const x = (c: number) => (c + 0.5) * WIDTH
  if (Math.abs(below - row) < 2 && Math.abs(beside - column) < 2)
    return `M${x(column)},${y(row)}L${x(beside)},${y(below)}`
  const right = column > 0
  const edge = right ? (column + 1) * WIDTH - GAP : column * WIDTH + GAP
  const out = edge + (right ? 1 : -1) * (8 + 4 * (below - row))
  return `M${edge},${y(row)}C${out},${y(row)},${out},${y(below)},${edge},${y(below)}`
}

/** 이 장에 앞서는 모든 장 */
export function before(chapters: readonly Chapter[], key: string): Set<string> {
  const found = new Set<string>()
  const look = (name: string) => {
    for (const need of chapters.find((c) => c.key === name)?.needs ?? [])
      if (!found.has(need)) {
        found.add(need)
        look(need)
      }
  }
  look(key)
  return found
}

/** 이 장 바로 다음에 읽을 수 있게 되는 장 */
export function after(chapters: readonly Chapter[], key: string): Chapter[] {
  return chapters.filter((c) => c.needs.includes(key))
}

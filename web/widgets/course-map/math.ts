// 장들의 자리와 선. 무엇이 무엇을 앞서는지는 book.yml의 needs가 정한다.

export interface Chapter {
  /** 예: dl/linear-regression-1 */
  key: string
  /** 예: 05 */
  number: string
  title: string
  /** 준비 중이면 null */
  url: string | null
  needs: string[]
}

/** 부마다 장을 놓은 자리. 앞서 읽을 장은 위나 옆에 있다. */
const GRID: Record<string, string[]> = {
  dl: [
    "ai-ml-dl overview --",
    "learning linear-regression-1 linear-regression-2",
    "supervised-unsupervised neural-networks-1 gradient-descent",
    "weight-matrix neural-networks-2 optimizers",
    "-- backpropagation-2 backpropagation-1",
    "-- cross-entropy softmax",
  ],
  cnn: [
    "filters overview --",
    "convolution-1 convolution-2 --",
    "cnn-2 cnn-1 cnn-backprop",
    "preprocessing classification imbalance",
    "overfitting detection segmentation",
    "tracking augmentation --",
  ],
}
export const COLUMNS = 3
export const PITCH = 64 // 한 행의 높이
const CELL = 50
const WIDTH = 100 // 한 열의 너비. 그림판이 화면에 맞추어 늘인다
const GAP = 4

/** 장의 부. dl/softmax → dl */
export const part = (key: string) => key.split("/")[0]!

export type Spot = [row: number, column: number]

/** 장마다의 자리. 정하지 않은 장은 그 부의 정한 것들 아래에 셋씩 차례로 놓는다. */
export function spots(chapters: readonly { key: string }[]): Map<string, Spot> {
  const found = new Map<string, Spot>()
  const rest = new Map<string, number>()
  for (const { key } of chapters) {
    const [name, slug] = key.split("/") as [string, string]
    const grid = GRID[name] ?? []
    const row = grid.findIndex((line) => line.split(" ").includes(slug))
    if (row >= 0) found.set(key, [row, grid[row]!.split(" ").indexOf(slug)])
    else {
      const n = rest.get(name) ?? 0
      rest.set(name, n + 1)
      found.set(key, [grid.length + Math.floor(n / COLUMNS), n % COLUMNS])
    }
  }
  return found
}

/** 앞 장의 가운데에서 뒷 장의 가운데로. 사이에 다른 장이 있으면 바깥으로 돌아간다. */
export function wire([row, column]: Spot, [below, beside]: Spot): string {
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

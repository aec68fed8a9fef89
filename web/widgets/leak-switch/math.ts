// lessons/dl/neighbors.py와 같은 식. tests/browser/widgets/test_leak_switch.py가 견준다.

export type Table = number[][]

/** 씨앗이 같으면 같은 차례로 0과 1 사이의 수를 낸다 (mulberry32) */
export function uniform(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** 정답과 아무 상관이 없는 표. 값은 표준 정규 분포, 정답은 0과 1이 반씩이다. */
export function noise(
  rows: number,
  columns: number,
  seed: number,
): { X: Table; y: number[] } {
  const next = uniform(seed)
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const X = Array.from({ length: rows }, () => Array.from({ length: columns }, normal))
  const y = X.map((_, i) => i % 2)
  for (let i = rows - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[y[i], y[j]] = [y[j]!, y[i]!]
  }
  return { X, y }
}

/** 정답과 상관이 큰 특성 k개의 번호 */
export function selectKBest(X: Table, y: readonly number[], k: number): number[] {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const columns = X[0]!.map((_, j) => {
    const center = X.reduce((sum, row) => sum + row[j]!, 0) / X.length
    let together = 0
    let spread = 0
    X.forEach((row, i) => {
      const d = row[j]! - center
      together += d * (y[i]! - mean)
      spread += d * d
    })
    return Math.abs(together) / Math.sqrt(spread || 1)
  })
  return columns
    .map((_, j) => j)
    .sort((a, b) => columns[b]! - columns[a]!)
    .slice(0, k)
}

/** 가장 가까운 k개의 다수결. 동점이면 0 */
export function neighbours(
  X: Table,
  y: readonly number[],
  at: readonly number[],
  k: number,
) {
  const far = X.map((row) =>
    row.reduce((sum, value, j) => sum + (value - at[j]!) ** 2, 0),
  )
  const near = far
    .map((_, i) => i)
    .sort((a, b) => far[a]! - far[b]!)
    .slice(0, k)
  return 2 * near.filter((i) => y[i]).length > k ? 1 : 0
}

/** 특성 10개를 골라 5겹 교차 검증한 정확도. leak이면 나누기 전에 고른다. */
export function accuracy(X: Table, y: readonly number[], leak: boolean): number {
  const folds = 5
  const size = X.length / folds
  const everyone = leak ? selectKBest(X, y, 10) : null
  let right = 0
  for (let f = 0; f < folds; f++) {
    const inside = (i: number) => i >= f * size && i < (f + 1) * size
    const train = X.map((_, i) => i).filter((i) => !inside(i))
    const rows = train.map((i) => X[i]!)
    const answers = train.map((i) => y[i]!)
    const chosen = everyone ?? selectKBest(rows, answers, 10)
    const pick = (row: readonly number[]) => chosen.map((j) => row[j]!)
    const seen = rows.map(pick)
    for (let i = f * size; i < (f + 1) * size; i++) {
      if (neighbours(seen, answers, pick(X[i]!), 5) === y[i]) right++
    }
  }
  return right / X.length
}

// docs/dl/09의 식 (9.1), 식 (9.7). tests/browser/widgets/test_matrix_units.py가 견준다.

export type Grid = number[][]
export interface Sizes {
  N: number
  D: number
  K: number
}
/** 짚은 샘플, 특성, 유닛. 가리지 않는 축은 null */
export interface Pick {
  n: number | null
  d: number | null
  k: number | null
}
export type Light = "hit" | "near" | ""

export const LARGEST: Sizes = { N: 5, D: 4, K: 4 }

/** 왼쪽 위 귀퉁이가 본문의 숫자다. 크기에 맞추어 잘라 쓴다. */
const X = [
  [2, 1, 0, 0],
  [1, 0, 4, 1],
  [0, 2, 1, 0],
  [3, 0, 0, 2],
  [1, 1, 1, 3],
]
const W = [
  [5, 4, 2, 3],
  [3, 6, 2, 4],
  [1, 2, 2, 5],
  [2, 3, 1, 2],
]
const b = [2, 0, 5, 1]

export interface Values {
  X: Grid
  W: Grid
  b: number[]
  Z: Grid
}

export function values({ N, D, K }: Sizes): Values {
  const cut = (grid: Grid, rows: number, columns: number) =>
    grid.slice(0, rows).map((row) => row.slice(0, columns))
  const parts = { X: cut(X, N, D), W: cut(W, D, K), b: b.slice(0, K) }
  return { ...parts, Z: affine(parts.X, parts.W, parts.b) }
}

export function affine(X: Grid, W: Grid, b: number[]): Grid {
  return X.map((x) =>
    b.map((bias, k) => x.reduce((sum, value, d) => sum + value * W[d]![k]!, bias)),
  )
}

export function counts({ N, D, K }: Sizes) {
  return { X: N * D, W: D * K, b: K, Z: N * K, parameters: (D + 1) * K }
}

/** 칸의 자리가 짚은 것과 어긋나면 꺼지고, 축이 겹치면 진하게, 겹치지 않으면 옅게 켜진다. */
export function light(pick: Pick, at: Partial<Pick>): Light {
  const axes = (Object.keys(at) as (keyof Pick)[]).filter((axis) => pick[axis] !== null)
  if (axes.some((axis) => pick[axis] !== at[axis])) return ""
  return axes.length ? "hit" : "near"
}

/** 편향은 특성과 이어지지 않는다. */
export function lightBias(pick: Pick, k: number): Light {
  return pick.d === null ? light(pick, { k }) : ""
}

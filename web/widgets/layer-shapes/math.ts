// docs/dl/13의 식 (13.1)부터 식 (13.5)까지. tests/browser/widgets/test_layer_shapes.py가 견준다.

export type Grid = number[][]
export type Step = "Z" | "db" | "dW" | "dX"
export interface Sizes {
  N: number
  D: number
  K: number
}

/** 왼쪽 위 귀퉁이가 본문의 숫자다. 크기에 맞추어 잘라 쓴다. */
const TABLE = {
  X: [
    [1, 2, 0, 1],
    [3, -1, 1, 2],
    [0, 1, 2, -1],
    [2, 0, -1, 1],
  ],
  W: [
    [1, 0, 2, -1],
    [2, -1, 0, 1],
    [0, 3, 1, 1],
    [1, 1, -1, 2],
  ],
  b: [[-2, 1, 0, 2]],
  dZ: [
    [1, 2, -1, 0],
    [-1, 3, 1, 2],
    [2, 0, 1, -1],
    [1, 1, 0, 2],
  ],
} satisfies Record<string, Grid>

function cut(grid: Grid, rows: number, columns: number): Grid {
  return grid.slice(0, rows).map((row) => row.slice(0, columns))
}

export function values({ N, D, K }: Sizes) {
  return {
    X: cut(TABLE.X, N, D),
    W: cut(TABLE.W, D, K),
    b: cut(TABLE.b, 1, K),
    dZ: cut(TABLE.dZ, N, K),
    ones: [Array<number>(N).fill(1)],
  }
}

export function transpose(A: Grid): Grid {
  return A[0]!.map((_, j) => A.map((row) => row[j]!))
}

export function matmul(A: Grid, B: Grid): Grid {
  return A.map((row) =>
    B[0]!.map((_, j) => row.reduce((sum, a, i) => sum + a * B[i]![j]!, 0)),
  )
}

export interface Equation {
  left: Grid
  right: Grid
  result: Grid
}

export function equation(step: Step, sizes: Sizes): Equation {
  const { X, W, b, dZ, ones } = values(sizes)
  const pairs: Record<Step, [Grid, Grid]> = {
    Z: [X, W],
    db: [ones, dZ],
    dW: [transpose(X), dZ],
    dX: [dZ, transpose(W)],
  }
  const [left, right] = pairs[step]
  const product = matmul(left, right)
  const result =
    step === "Z" ? product.map((row) => row.map((z, k) => z + b[0]![k]!)) : product
  return { left, right, result }
}

export interface Candidate {
  name: string
  /** 곱의 모양. 곱할 수 없으면 null */
  shape: [number, number] | null
  verdict: "맞다" | "모양만 같다" | "모양이 다르다" | "곱할 수 없다"
}

const MATERIALS: Record<Exclude<Step, "db">, [string, string, string]> = {
  Z: ["X", "W", "X W"],
  dW: ["X", "dZ", "Xᵀ dZ"],
  dX: ["dZ", "W", "dZ Wᵀ"],
}

/** 두 재료를 한 번씩 쓰는 여덟 가지 곱 */
export function candidates(step: Exclude<Step, "db">, { N, D, K }: Sizes): Candidate[] {
  const shapes: Record<string, [number, number]> = { X: [N, D], W: [D, K], dZ: [N, K] }
  const goal = { Z: [N, K], dW: [D, K], dX: [N, D] }[step]
  const [first, second, right] = MATERIALS[step]
  return [
    [first, second],
    [second, first],
  ].flatMap(([a, b]) =>
    ["", "ᵀ"].flatMap((s) =>
      ["", "ᵀ"].map((t): Candidate => {
        const [m, n] = s ? [...shapes[a!]!].reverse() : shapes[a!]!
        const [p, q] = t ? [...shapes[b!]!].reverse() : shapes[b!]!
        const name = `${a}${s} ${b}${t}`
        if (n !== p) return { name, shape: null, verdict: "곱할 수 없다" }
        const shape: [number, number] = [m!, q!]
        if (m !== goal[0] || q !== goal[1])
          return { name, shape, verdict: "모양이 다르다" }
        return { name, shape, verdict: name === right ? "맞다" : "모양만 같다" }
      }),
    ),
  )
}

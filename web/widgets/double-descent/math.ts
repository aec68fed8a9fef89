// lessons/dl/polynomial.py와 같은 식. tests/browser/widgets/test_double_descent.py가 견준다.

/** 계수 P개: 0차부터 P − 1차까지의 르장드르 다항식 값 */
export function legendre(x: number, P: number): number[] {
  const values = [1, x]
  for (let n = 1; n < P - 1; n++) {
    values.push(((2 * n + 1) * x * values[n]! - n * values[n - 1]!) / (n + 1))
  }
  return values.slice(0, P)
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/** 열들을 서로 직각이고 길이가 1인 것으로. 두 번 직각으로 만들어 반올림을 줄인다 */
function orthogonal(columns: readonly number[][]) {
  const Q: number[][] = []
  const R = columns.map(() => Array<number>(columns.length).fill(0))
  columns.forEach((column, j) => {
    const v = [...column]
    for (let pass = 0; pass < 2; pass++) {
      Q.forEach((q, i) => {
        const r = dot(q, v)
        R[i]![j]! += r
        q.forEach((value, k) => (v[k]! -= r * value))
      })
    }
    const length = Math.sqrt(dot(v, v))
    R[j]![j] = length
    Q.push(v.map((value) => value / length))
  })
  return { Q, R }
}

/** ‖Φw − y‖² + α‖w‖²이 가장 작은 w. 여럿이면 가장 짧은 것 */
export function leastNorm(
  Phi: readonly number[][],
  y: readonly number[],
  alpha: number,
) {
  const P = Phi[0]!.length
  const n = Phi.length
  if (alpha === 0 && P <= n) return tall(transpose(Phi), y)
  // Φᵀ를 세우고, 벌이 있으면 √α를 이어 붙인다. 가장 짧은 해는 그 열들이 만드는 곳에 있다
  const columns = Phi.map((row, i) =>
    alpha === 0 ? row : [...row, ...y.map((_, k) => (k === i ? Math.sqrt(alpha) : 0))],
  )
  const { Q, R } = orthogonal(columns)
  const c = Array<number>(n).fill(0)
  for (let i = 0; i < n; i++) {
    let rest = y[i]!
    for (let k = 0; k < i; k++) rest -= R[k]![i]! * c[k]!
    c[i] = rest / R[i]![i]!
  }
  return Array.from({ length: P }, (_, j) =>
    Q.reduce((sum, q, i) => sum + q[j]! * c[i]!, 0),
  )
}

function tall(columns: readonly number[][], y: readonly number[]): number[] {
  const { Q, R } = orthogonal(columns)
  const w = Q.map((q) => dot(q, y))
  for (let i = w.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < w.length; k++) w[i]! -= R[i]![k]! * w[k]!
    w[i]! /= R[i]![i]!
  }
  return w
}

function transpose(rows: readonly number[][]): number[][] {
  return rows[0]!.map((_, j) => rows.map((row) => row[j]!))
}

export function predict(w: readonly number[], x: number): number {
  return dot(legendre(x, w.length), w)
}

export function meanSquare(
  w: readonly number[],
  x: readonly number[],
  y: readonly number[],
) {
  const squares = x.map((value, i) => (predict(w, value) - y[i]!) ** 2)
  return squares.reduce((sum, value) => sum + value, 0) / x.length
}

export function fit(P: number, alpha: number): number[] {
  return leastNorm(
    trainX.map((x) => legendre(x, P)),
    trainY,
    alpha,
  )
}

// noisy_wave(20)과 noisy_wave(60)을 default_rng(5)에서 차례로 뽑은 것
export const trainX = [
  0.61, 0.62, 0.03, -0.43, -0.89, -0.23, -0.18, -0.91, -0.9, 1, 0.3, -0.53, -0.13, 0.95,
  0.8, 0.69, -0.22, -0.01, 0.35, -0.88,
]
export const trainY = [
  0.73, 1.1, 0.08, -1.15, -0.21, -0.42, -1.04, -0.36, -0.6, -0.05, 0.43, -0.99, -0.41,
  0.07, 0.29, 0.71, -0.95, -0.45, 0.96, -0.71,
]
export const testX = [
  -0.1, 0.6, -0.53, -0.36, 0.6, 0.01, 0.01, -0.53, -0.97, 0.87, -0.83, 0.69, -0.26, 0.9,
  -0.2, 0.87, 0.11, -0.52, 0.48, 0.35, 0.37, -0.07, -0.56, 0.28, -0.79, 0.38, 0.27,
  -0.25, 0.6, -0.61, -0.22, 0.6, -0.24, 0.43, 0.23, 0.88, 0.98, 0.45, 0.62, -0.69, 0.43,
  0.7, -0.2, 0.11, -0.04, 0.92, -0.37, -0.2, -1, -0.16, 0.26, 0.87, 0.85, -0.35, 0.98,
  -0.62, 0.65, -0.69, -0.19, -0.85,
]
export const testY = [
  -0.53, 0.8, -0.95, -1.02, 0.98, 0.61, 0.18, -1.47, 0.43, 0.51, -0.8, 1.1, -0.73, 0.12,
  -0.78, 0.09, 0.36, -0.68, 0.9, 1.02, 1.48, -0.59, -0.91, 0.68, -0.94, 0.63, 0.75,
  -0.57, 0.79, -0.92, -0.42, 1.04, -0.42, 1.11, 0.8, 0.91, 0.24, 1.03, 1.15, -1.1, 0.87,
  1.06, -0.39, 0.79, -0.13, -0.18, -0.33, -0.25, -0.32, -0.07, 0.74, -0.15, 0.34, -1.04,
  0.55, -1.16, 0.82, -0.92, -0.68, -0.72,
]

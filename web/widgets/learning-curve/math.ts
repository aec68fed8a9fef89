// lessons/dl/polynomial.py와 같은 식. tests/browser/widgets/test_learning_curve.py가 견준다.

/** 0차부터 degree차까지의 르장드르 다항식 값 */
export function legendre(x: number, degree: number): number[] {
  const values = [1, x]
  for (let n = 1; n < degree; n++) {
    values.push(((2 * n + 1) * x * values[n]! - n * values[n - 1]!) / (n + 1))
  }
  return values.slice(0, degree + 1)
}

export function predict(w: readonly number[], x: number): number {
  return legendre(x, w.length - 1).reduce((sum, value, j) => sum + w[j]! * value, 0)
}

/** 계수를 0에서 출발해 조금씩 고친 자취 */
export function descend(
  x: readonly number[],
  y: readonly number[],
  degree: number,
  lr: number,
  steps: number,
): number[][] {
  const rows = x.map((value) => legendre(value, degree))
  const path = [Array<number>(degree + 1).fill(0)]
  for (let t = 0; t < steps; t++) {
    const w = path[t]!
    const slope = Array<number>(degree + 1).fill(0)
    rows.forEach((row, i) => {
      const error = row.reduce((sum, value, j) => sum + value * w[j]!, 0) - y[i]!
      row.forEach((value, j) => (slope[j]! += error * value))
    })
    path.push(w.map((value, j) => value - ((lr * 2) / x.length) * slope[j]!))
  }
  return path
}

/** 자취의 걸음마다 잰 평균 제곱 오차 */
export function losses(
  path: readonly number[][],
  x: readonly number[],
  y: readonly number[],
) {
  const rows = x.map((value) => legendre(value, path[0]!.length - 1))
  return path.map((w) => {
    const squares = rows.map((row, i) => {
      const error = row.reduce((sum, value, j) => sum + value * w[j]!, 0) - y[i]!
      return error * error
    })
    return squares.reduce((sum, value) => sum + value, 0) / x.length
  })
}

export function lowest(values: readonly number[]): number {
  return values.indexOf(Math.min(...values))
}

// noisy_wave(15), noisy_wave(40), noisy_wave(45)를 default_rng(2)에서 차례로 뽑은 것.
// 훈련은 첫째와 셋째를 이은 것이고, 검증은 둘째다.
export const trainX = [
  -0.48, -0.4, 0.63, -0.82, 0.2, 0.46, -0.62, -0.89, -0.45, 0.31, 0.12, -0.7, -0.13,
  0.34, -0.15, -0.63, -0.09, 0.34, 0.81, 0.73, 0.59, -0.89, 0.95, 0.23, -0.83, -0.49,
  0.24, -0.23, -0.11, 0.61, 0.65, 0.09, 0.58, -0.19, 0.95, 0.21, 0.94, -0.91, 0.77,
  0.12, 0.43, -0.61, 0.1, -0.42, -0.79, -0.99, 0.81, 0.34, -0.59, -0.48, -0.07, 0.64,
  -0.76, 0.94, 0.89, -0.51, 0.28, -0.28, 0.39, -0.83,
]
export const trainY = [
  -1.03, -0.79, 0.74, -0.51, 0.32, 1.24, -0.87, -0.24, -0.86, 0.53, 0.62, -0.19, -0.9,
  0.36, -0.92, -1.18, -0.41, 0.88, 0.48, 0.82, 1.19, -0.13, 0.12, 0.25, -0.76, -1.06,
  0.05, -0.43, -0.4, 0.87, 1.18, 0.49, 1.03, -0.86, 0.25, 0.72, -0.06, 0.04, 0.82,
  -0.23, 1.01, -1.32, 0.64, -0.73, -0.95, -0.29, 0.58, 0.81, -0.5, -0.78, -0.3, 1.08,
  -1.28, 0.29, 0.61, -1.05, 0.56, -0.6, 1.53, -0.46,
]
export const validX = [
  -0.6, 0.77, 0.36, 0.7, 0.29, -0.19, 0.03, 0.19, 0.72, -0.12, 0.78, 0.23, 0.66, 0,
  0.39, -0.32, 0.05, -0.57, -0.8, -0.92, 0.4, -0.09, 0.8, 0.67, -0.23, 0.95, 0.18, 0.53,
  -0.19, -0.61, -0.66, -0.64, 0.21, -0.77, -0.96, 0.67, -0.8, -0.1, -0.02, 0.24,
]
export const validY = [
  -0.93, 1.12, 0.9, 0.59, 0.93, -0.58, -0.27, 0.29, 1.29, -0.27, 0.75, 0.57, 0.67, 0.26,
  0.9, -1.08, 0.1, -1.25, -0.53, 0.1, 0.7, 0.16, 0.4, 0.91, -0.91, 0.1, 0.56, 0.86,
  -0.76, -1.15, -1.13, -1.38, 0.53, -0.53, 0.15, 1.06, 0.15, -0.21, -0.21, 1.25,
]

// lessons/dl/gradient_descent.py와 같은 식. tests/browser/widgets/test_gradient_map.py가 견준다.

export type Point = [number, number]
export type Matrix = [Point, Point]

export interface Landscape {
  height(x: Point): number
  gradient(x: Point): Point
  /** 두 번 미분한 값을 늘어놓은 행렬 */
  hessian(x: Point): Matrix
}

/** ½ xᵀAx. 식 (10.10) */
export function quadratic(A: Matrix): Landscape {
  const gradient = ([x1, x2]: Point): Point => [
    A[0][0] * x1 + A[0][1] * x2,
    A[1][0] * x1 + A[1][1] * x2,
  ]
  return {
    gradient,
    height(x) {
      const [g1, g2] = gradient(x)
      return (x[0] * g1 + x[1] * g2) / 2
    },
    hessian: () => A,
  }
}

export const himmelblau: Landscape = {
  height: ([x1, x2]) => (x1 ** 2 + x2 - 11) ** 2 + (x1 + x2 ** 2 - 7) ** 2,
  gradient([x1, x2]) {
    const a = x1 ** 2 + x2 - 11
    const b = x1 + x2 ** 2 - 7
    return [4 * x1 * a + 2 * b, 2 * a + 4 * x2 * b]
  },
  hessian: ([x1, x2]) => [
    [12 * x1 ** 2 + 4 * x2 - 42, 4 * (x1 + x2)],
    [4 * (x1 + x2), 12 * x2 ** 2 + 4 * x1 - 26],
  ],
}

/** 가로 세로의 그릇을 45° 돌려놓은 것. (1, 1) 쪽이 가파르다. */
export function tilted(gentle: number, steep: number): Matrix {
  const same = (steep + gentle) / 2
  const cross = (steep - gentle) / 2
  return [
    [same, cross],
    [cross, same],
  ]
}

/** 출발점부터 steps걸음. 식 (10.6). 수가 넘치면 그 앞에서 멈춘다. */
export function gradientDescent(
  land: Landscape,
  start: Point,
  lr: number,
  steps: number,
) {
  const path: Point[] = [start]
  for (let t = 0; t < steps; t++) {
    const [x1, x2] = path[t]!
    const [g1, g2] = land.gradient([x1, x2])
    const next: Point = [x1 - lr * g1, x2 - lr * g2]
    if (!next.every(Number.isFinite)) break
    path.push(next)
  }
  return path
}

/** 2×2 대칭 행렬의 고윳값, 작은 것부터. 방향마다의 곡률이다. */
export function curvatures([[a, b], [, d]]: Matrix): Point {
  const middle = (a + d) / 2
  const spread = Math.hypot((a - d) / 2, b)
  return [middle - spread, middle + spread]
}

/** 발산하지 않는 학습률의 경계 2/L. 식 (10.8) */
export function rateLimit(A: Matrix): number {
  return 2 / curvatures(A)[1]
}

/** 가파른 고유벡터 쪽으로 얼마나 나가 있는가 */
export function steepPart([[a, b], [, d]]: Matrix, [x1, x2]: Point): number {
  if (b === 0) return a > d ? x1 : x2
  const L = curvatures([
    [a, b],
    [b, d],
  ])[1]
  const v: Point = [b, L - a]
  return (v[0] * x1 + v[1] * x2) / Math.hypot(...v)
}

/** 배율 1 − ηL이 말하는 모습. 경계에서는 두 점을 오간다. */
export function pace(
  lr: number,
  L: number,
): "느림" | "빠름" | "진동" | "왕복" | "발산" {
  const reach = lr * L
  if (Math.abs(reach - 2) < 1e-9) return "왕복"
  if (reach > 2) return "발산"
  if (reach > 1 + 1e-9) return "진동"
  return reach < 0.5 ? "느림" : "빠름"
}

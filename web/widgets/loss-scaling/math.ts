// lessons/dl/linear_regression_gd.py와 같은 식. tests/browser/widgets/test_loss_scaling.py가 견준다.

export type Point = [number, number]

/** 평균을 뺀 두 특성. 첫째의 표준 편차는 1, 둘째는 spread, 상관계수는 rho다. */
export interface Features {
  spread: number
  rho: number
}

/** 두 특성을 표준화했을 때 가장 좋은 가중치. 배달 네 건의 답과 같다. */
export const BEST: Point = [5, 3]
/** 가장 좋은 가중치에서의 평균 제곱 오차 */
export const LEAST = 1

/** 두 번 미분한 값 2/N XᵀX의 [왼쪽 위, 대각선 밖, 오른쪽 아래]. 식 (6.4) */
export type Hessian = [number, number, number]

export function hessian({ spread, rho }: Features): Hessian {
  return [2, 2 * rho * spread, 2 * spread ** 2]
}

/** 가장 좋은 가중치. 특성을 spread배 하면 가중치는 그만큼 작아진다. */
export function bottom({ spread }: Features): Point {
  return [BEST[0], BEST[1] / spread]
}

/** 평균 제곱 오차 */
export function loss(features: Features, w: Point): number {
  const [a, b, d] = hessian(features)
  const [u, v] = away(features, w)
  return LEAST + (a * u * u + 2 * b * u * v + d * v * v) / 2
}

/** 평균 제곱 오차의 기울기. 식 (6.3) */
export function gradient(features: Features, w: Point): Point {
  const [a, b, d] = hessian(features)
  const [u, v] = away(features, w)
  return [a * u + b * v, b * u + d * v]
}

/** 곡률 둘, 작은 것부터 */
export function curvatures(features: Features): Point {
  const [a, b, d] = hessian(features)
  const large = (a + d) / 2 + Math.hypot((a - d) / 2, b)
  return [(a * d - b * b) / large, large]
}

/** 조건수 κ. 식 (6.6) */
export function conditionNumber(features: Features): number {
  const [small, large] = curvatures(features)
  return large / small
}

/** 0에서 출발해 steps걸음. part는 학습률이 경계 2/λ의 몇 배인가 */
export function descend(features: Features, part: number, steps: number): Point[] {
  const lr = (part * 2) / curvatures(features)[1]
  const path: Point[] = [[0, 0]]
  for (let t = 0; t < steps; t++) {
    const [w1, w2] = path[t]!
    const [g1, g2] = gradient(features, [w1, w2])
    path.push([w1 - lr * g1, w2 - lr * g2])
  }
  return path
}

/** 바닥까지의 거리가 처음의 1000분의 1이 되는 걸음 수. 경계 밖이면 무한대 */
export function arrival(features: Features, part: number): number {
  if (part >= 1) return Infinity
  const lr = (part * 2) / curvatures(features)[1]
  const end = Math.hypot(...bottom(features)) / 1000
  let w: Point = [0, 0]
  for (let t = 0; ; t++) {
    if (Math.hypot(...away(features, w)) <= end) return t
    const [g1, g2] = gradient(features, w)
    w = [w[0] - lr * g1, w[1] - lr * g2]
  }
}

function away(features: Features, w: Point): Point {
  const [b1, b2] = bottom(features)
  return [w[0] - b1, w[1] - b2]
}

// lessons/dl/activations.py와 같은 식. tests/browser/widgets/test_plane_bend.py가 견준다.

export type Point = [number, number]
export type Matrix = [Point, Point]
export type Activation = "none" | "relu" | "tanh" | "sigmoid" | "gelu"

/** 오차 함수. 식 (7.17)과 (7.18) */
export function erf(x: number): number {
  const a = Math.min(Math.abs(x), 6)
  const bell = Math.exp(-a * a) / Math.sqrt(Math.PI)
  let inner = a < 2 ? 1 : a
  for (let n = 80; n > 0; n--)
    inner = a < 2 ? 1 + ((2 * a * a) / (2 * n + 1)) * inner : a + n / 2 / inner
  return Math.sign(x) * (a < 2 ? 2 * a * bell * inner : 1 - bell / inner)
}

export const ACTIVATIONS: Record<Activation, (z: number) => number> = {
  none: (z) => z,
  relu: (z) => Math.max(z, 0),
  tanh: Math.tanh,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  gelu: (z) => (z * (1 + erf(z / Math.SQRT2))) / 2,
}

/** 행벡터 x가 지나는 층 하나의 가중합 xW + b. 식 (7.5) */
export function affine([x1, x2]: Point, W: Matrix, b: Point): Point {
  return [x1 * W[0][0] + x2 * W[1][0] + b[0], x1 * W[0][1] + x2 * W[1][1] + b[1]]
}

/** z에서 a(z)까지 가는 길의 bend만큼 */
export function bent(z: Point, act: Activation, bend: number): Point {
  const to = (v: number) => (1 - bend) * v + bend * ACTIVATIONS[act](v)
  return [to(z[0]), to(z[1])]
}

/** 넓이가 몇 배가 되는가 */
export function area([[a, b], [c, d]]: Matrix): number {
  return Math.abs(a * d - b * c)
}

export interface Boundary {
  /** 두 선분 사이의 거리. 만나면 0 */
  gap: number
  /** 경계에 수직인 단위벡터와, 경계 위의 점이 그쪽으로 나간 거리 */
  normal: Point
  offset: number
}

/**
 * 선분 둘 사이를 가장 넓게 가르는 직선.
 * 가장 가까운 두 점은 끝점끼리거나 끝점과 선분의 안쪽이므로, 끝점끼리 이은 방향과
 * 선분에 수직인 방향만 살피면 된다.
 */
export function separate(P: [Point, Point], Q: [Point, Point]): Boundary {
  const minus = (p: Point, q: Point): Point => [p[0] - q[0], p[1] - q[1]]
  const turn = ([x, y]: Point): Point => [-y, x]
  const directions = [
    turn(minus(P[1], P[0])),
    turn(minus(Q[1], Q[0])),
    ...P.flatMap((p) => Q.map((q) => minus(p, q))),
  ]
  let best: Boundary = { gap: 0, normal: [1, 0], offset: 0 }
  for (const d of directions) {
    const length = Math.hypot(...d)
    if (length < 1e-9) continue
    const normal: Point = [d[0] / length, d[1] / length]
    const along = (p: Point) => p[0] * normal[0] + p[1] * normal[1]
    const [p, q] = [P.map(along), Q.map(along)]
    for (const [low, high] of [
      [p, q],
      [q, p],
    ] as const) {
      const [end, start] = [Math.max(...low), Math.min(...high)]
      if (start - end > Math.max(best.gap, 1e-9))
        best = { gap: start - end, normal, offset: (start + end) / 2 }
    }
  }
  return best
}

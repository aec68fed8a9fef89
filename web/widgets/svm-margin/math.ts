// lessons/dl/svm.py와 같은 식. tests/browser/widgets/test_svm_margin.py가 견준다.

export type Point = [number, number]

export interface Sample {
  at: Point
  /** +1이나 −1인 클래스 */
  s: 1 | -1
}

export interface Road {
  w: Point
  b: number
  /** 길의 너비 2/‖w‖. 식 (2.6) */
  width: number
  /** 점마다 길을 미는 힘 */
  alpha: number[]
  /** 서포트 벡터의 번호 */
  support: number[]
}

/** 연립방정식 Hx = g. 피벗을 골라 지운다. */
function solve(H: number[][], g: number[]): number[] {
  const n = g.length
  const M = H.map((row, i) => [...row, g[i]!])
  for (let k = 0; k < n; k++) {
    let p = k
    for (let i = k + 1; i < n; i++) if (Math.abs(M[i]![k]!) > Math.abs(M[p]![k]!)) p = i
    ;[M[k], M[p]] = [M[p]!, M[k]!]
    for (let i = k + 1; i < n; i++) {
      const ratio = M[i]![k]! / M[k]![k]!
      for (let j = k; j <= n; j++) M[i]![j]! -= ratio * M[k]![j]!
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let rest = M[i]![n]!
    for (let j = i + 1; j < n; j++) rest -= M[i]![j]! * x[j]!
    x[i] = rest / M[i]![i]!
  }
  return x
}

/** 식 (2.8)의 답. 한쪽 클래스뿐이거나 풀지 못하면 null */
export function road(samples: readonly Sample[], C: number): Road | null {
  if (new Set(samples.map(({ s }) => s)).size < 2) return null
  const A = samples.map(({ at: [x1, x2], s }) => [s * x1, s * x2, s])
  const N = A.length
  const ones = () => new Array<number>(N).fill(1)
  let v = [0, 0, 0]
  const alpha = ones().map(() => C / 2)
  const beta = ones().map(() => C / 2)
  const room = ones()
  const xi = ones()
  const score = (row: number[], u: number[]) =>
    row[0]! * u[0]! + row[1]! * u[1]! + row[2]! * u[2]!
  const left = () =>
    A.reduce((sum, _, i) => sum + alpha[i]! * room[i]! + beta[i]! * xi[i]!, 0)
  for (let turn = 0; turn < 200; turn++) {
    const mu = (0.1 * left()) / (2 * N)
    const q = A.map((_, i) => room[i]! / alpha[i]! + xi[i]! / beta[i]!)
    const t = A.map((row, i) => 1 - score(row, v) + mu / alpha[i]! - mu / beta[i]!)
    const H = [0, 1, 2].map((j) =>
      [0, 1, 2].map((k) =>
        A.reduce(
          (sum, row, i) => sum + (row[j]! * row[k]!) / q[i]!,
          j === k && j < 2 ? 1 : 0,
        ),
      ),
    )
    const g = [0, 1, 2].map((j) =>
      A.reduce(
        (sum, row, i) => sum + row[j]! * (alpha[i]! + t[i]! / q[i]!),
        j < 2 ? -v[j]! : 0,
      ),
    )
    const dv = solve(H, g)
    if (!dv.every(Number.isFinite)) return null
    const da = A.map((row, i) => (t[i]! - score(row, dv)) / q[i]!)
    const moves: [number[], number[]][] = [
      [alpha, da],
      [beta, da.map((d) => -d)],
      [room, da.map((d, i) => (mu - room[i]! * d) / alpha[i]! - room[i]!)],
      [xi, da.map((d, i) => (mu + xi[i]! * d) / beta[i]! - xi[i]!)],
    ]
    let wall = 1
    for (const [z, d] of moves)
      z.forEach((value, i) => (wall = Math.max(wall, -d[i]! / value / 0.99)))
    const step = 1 / wall
    v = v.map((value, j) => value + step * dv[j]!)
    for (const [z, d] of moves) d.forEach((change, i) => (z[i]! += step * change))
    if (step === 1 && left() < 1e-12 * (1 + v[0]! ** 2 + v[1]! ** 2)) {
      const most = Math.max(...alpha)
      const support = A.flatMap((_, i) => (alpha[i]! > 1e-6 * most ? [i] : []))
      const w: Point = [v[0]!, v[1]!]
      return { w, b: v[2]!, width: 2 / Math.hypot(...w), alpha, support }
    }
  }
  return null
}

/** 편이 다른 두 점 가운데 가장 가까운 것의 거리 */
export function nearest(samples: readonly Sample[]): number {
  let best = Infinity
  for (const a of samples) {
    for (const b of samples) {
      if (a.s < b.s)
        best = Math.min(best, Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]))
    }
  }
  return best
}

/** w·x + b = level인 선의 두 점. 그림판보다 넉넉히 길다. */
export function edge({ w, b }: Road, level: number): [Point, Point] {
  const square = w[0] ** 2 + w[1] ** 2
  const far = 50 / Math.sqrt(square)
  const foot: Point = [(w[0] * (level - b)) / square, (w[1] * (level - b)) / square]
  return [
    [foot[0] - w[1] * far, foot[1] + w[0] * far],
    [foot[0] + w[1] * far, foot[1] - w[0] * far],
  ]
}

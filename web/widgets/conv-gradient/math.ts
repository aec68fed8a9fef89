// lessons/cnn/backward.py와 같은 식. tests/browser/widgets/test_conv_gradient.py가 견준다.

import { type Grid, outputSize, type Setting } from "../conv-step/math.ts"

export type { Grid, Setting }

/** 출력의 기울기와 만난 값 하나. 둘의 곱이 기울기에 더해진다 */
export interface Pair {
  /** 출력의 칸 */
  i: number
  j: number
  /** 커널의 칸 */
  u: number
  v: number
  /** 입력의 칸. 음수거나 크기 이상이면 덧댄 0 */
  row: number
  column: number
  dy: number
  value: number
}

/** 본문의 1, 0, 2, −1을 되풀이한 출력의 기울기 */
export function upstream(x: Grid, W: Grid, s: Setting): Grid {
  const rows = outputSize(x.length, W.length, s)
  const columns = outputSize(x[0]!.length, W[0]!.length, s)
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => [1, 0, 2, -1][(i * columns + j) % 4]!),
  )
}

/** 출력과 커널의 칸이 만나는 모든 곳. 식 (7.7) */
function meetings(W: Grid, dy: Grid, s: Setting): Omit<Pair, "value">[] {
  return dy.flatMap((grads, i) =>
    grads.flatMap((grad, j) =>
      W.flatMap((weights, u) =>
        weights.map((_, v) => ({
          i,
          j,
          u,
          v,
          dy: grad,
          row: i * s.stride + u * s.dilation - s.padding,
          column: j * s.stride + v * s.dilation - s.padding,
        })),
      ),
    ),
  )
}

/** 커널의 (u, v) 칸이 만난 입력. 식 (7.8) */
export function ofWeight(
  x: Grid,
  W: Grid,
  dy: Grid,
  s: Setting,
  u: number,
  v: number,
): Pair[] {
  return meetings(W, dy, s)
    .filter((m) => m.u === u && m.v === v)
    .map((m) => ({ ...m, value: x[m.row]?.[m.column] ?? 0 }))
}

/** 입력의 칸이 만난 커널. 식 (7.9) */
export function ofInput(
  _x: Grid,
  W: Grid,
  dy: Grid,
  s: Setting,
  row: number,
  column: number,
): Pair[] {
  return meetings(W, dy, s)
    .filter((m) => m.row === row && m.column === column)
    .map((m) => ({ ...m, value: W[m.u]![m.v]! }))
}

export function total(pairs: readonly Pair[]): number {
  return pairs.reduce((sum, { dy, value }) => sum + dy * value, 0)
}

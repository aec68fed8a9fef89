// lessons/cnn/conv/im2col.py와 같은 식. tests/browser/widgets/test_column_matrix.py가 견준다.

import { type Grid, outputSize, type Setting } from "../conv-step/math.ts"

export type { Grid, Setting }

/** 행렬의 칸 (r, l)이 베끼는 그림의 칸. 음수거나 그림의 크기 이상이면 덧댄 0 */
export interface Source {
  /** 커널의 칸 */
  u: number
  v: number
  /** 창, 곧 출력의 칸 */
  i: number
  j: number
  row: number
  column: number
}

/** 창을 놓는 자리의 수. 세로와 가로 */
export function places(x: Grid, k: number, s: Setting): [number, number] {
  return [outputSize(x.length, k, s), outputSize(x[0]!.length, k, s)]
}

/** 행 r = u·k + v, 열 l = i·W_out + j. 식 (4.1)과 (4.2) */
export function source(
  r: number,
  l: number,
  k: number,
  wide: number,
  s: Setting,
): Source {
  const [u, v] = [Math.floor(r / k), r % k]
  const [i, j] = [Math.floor(l / wide), l % wide]
  const at = (window: number, tap: number) =>
    window * s.stride + tap * s.dilation - s.padding
  return { u, v, i, j, row: at(i, u), column: at(j, v) }
}

export function im2col(x: Grid, k: number, s: Setting): Grid {
  const [high, wide] = places(x, k, s)
  return Array.from({ length: k * k }, (_, r) =>
    Array.from({ length: high * wide }, (_, l) => {
      const { row, column } = source(r, l, k, wide, s)
      return x[row]?.[column] ?? 0
    }),
  )
}

/** 그림의 칸을 베낀 행렬의 칸들 [r, l]. 열의 순서대로 */
export function copies(
  x: Grid,
  k: number,
  s: Setting,
  row: number,
  column: number,
): [number, number][] {
  const [high, wide] = places(x, k, s)
  const found: [number, number][] = []
  for (let l = 0; l < high * wide; l++) {
    for (let r = 0; r < k * k; r++) {
      const from = source(r, l, k, wide, s)
      if (from.row === row && from.column === column) found.push([r, l])
    }
  }
  return found
}

/** 행렬의 값을 베낀 자리에 되돌려 더한다. 식 (4.6) */
export function col2im(A: Grid, x: Grid, k: number, s: Setting): Grid {
  return x.map((values, row) =>
    values.map((_, column) =>
      copies(x, k, s, row, column).reduce((sum, [r, l]) => sum + A[r]![l]!, 0),
    ),
  )
}

// lessons/cnn/convolution.py와 같은 식. tests/browser/widgets/test_conv_step.py가 견준다.

export type Grid = number[][]

export interface Setting {
  stride: number
  padding: number
  dilation: number
}

/** 커널이 덮는 길이. 식 (3.3) */
export function span(k: number, dilation: number): number {
  return dilation * (k - 1) + 1
}

/** 커널을 놓을 자리의 수. 식 (3.5). 놓을 자리가 없으면 까닭을 던진다. */
export function outputSize(
  n: number,
  k: number,
  { stride, padding, dilation }: Setting,
) {
  const covered = span(k, dilation)
  if (covered > n + 2 * padding) {
    throw new RangeError(
      `커널이 덮는 길이(${covered})가 패딩까지 더한 입력(${n + 2 * padding})보다 ` +
        `길다. padding을 ${Math.floor((covered - n + 1) / 2)} 이상으로 늘리거나 ` +
        "커널이나 dilation을 줄인다.",
    )
  }
  return Math.floor((n + 2 * padding - covered) / stride) + 1
}

export interface Meeting {
  /** 커널의 칸 */
  u: number
  v: number
  /** 패딩을 붙이기 전 입력의 칸. 음수거나 n 이상이면 덧댄 0 */
  row: number
  column: number
  weight: number
  value: number
}

/** 출력 (i, j) 칸을 만들 때 만나는 칸들. 식 (3.6) */
export function meetings(
  x: Grid,
  W: Grid,
  s: Setting,
  i: number,
  j: number,
): Meeting[] {
  return W.flatMap((weights, u) =>
    weights.map((weight, v) => {
      const row = i * s.stride + u * s.dilation - s.padding
      const column = j * s.stride + v * s.dilation - s.padding
      return { u, v, row, column, weight, value: x[row]?.[column] ?? 0 }
    }),
  )
}

export function sum(met: readonly Meeting[]): number {
  return met.reduce((total, { weight, value }) => total + weight * value, 0)
}

export function conv2d(x: Grid, W: Grid, s: Setting): Grid {
  const rows = outputSize(x.length, W.length, s)
  const columns = outputSize(x[0]!.length, W[0]!.length, s)
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => sum(meetings(x, W, s, i, j))),
  )
}

/** 어느 창이든 한 번은 보는 입력의 칸인가. 세로와 가로가 같아 한 방향만 센다. */
export function seen(n: number, k: number, s: Setting): boolean[] {
  const marks = Array<boolean>(n).fill(false)
  for (let i = 0; i < outputSize(n, k, s); i++) {
    for (let u = 0; u < k; u++) {
      const at = i * s.stride + u * s.dilation - s.padding
      if (at in marks) marks[at] = true
    }
  }
  return marks
}

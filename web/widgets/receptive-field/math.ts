// lessons/cnn/receptive_field.py와 같은 식. tests/browser/widgets/test_receptive_field.py가
// 견준다. 세로와 가로가 같아 한 방향만 센다.

export interface Layer {
  kernel: number
  stride: number
  padding: number
  dilation: number
}

/** 출력의 i째 칸은 입력의 start + i·jump부터 size칸을 본다. */
export interface Field {
  size: number
  jump: number
  start: number
}

const INPUT: Field = { size: 1, jump: 1, start: 0 }

/** 층을 하나씩 쌓을 때마다의 수용 영역. 맨 앞은 입력 자신이다. */
export function fields(layers: readonly Layer[]): Field[] {
  const all = [INPUT]
  for (const { kernel, stride, padding, dilation } of layers) {
    const { size, jump, start } = all.at(-1)!
    all.push({
      size: size + dilation * (kernel - 1) * jump,
      jump: jump * stride,
      start: start - padding * jump,
    })
  }
  return all
}

export function receptiveField(layers: readonly Layer[]): Field {
  return fields(layers).at(-1)!
}

/** 층마다의 칸 수. 놓을 자리가 없는 층에서 멈춘다. */
export function lengths(n: number, layers: readonly Layer[]): number[] {
  const all = [n]
  for (const { kernel, stride, padding, dilation } of layers) {
    const room = all.at(-1)! + 2 * padding - dilation * (kernel - 1) - 1
    if (room < 0) break
    all.push(Math.floor(room / stride) + 1)
  }
  return all
}

/** 층마다, 출력의 cell째 칸에 닿는 칸과 그리로 가는 길의 수. 맨 앞은 입력이다. */
export function paths(
  n: number,
  layers: readonly Layer[],
  cell: number,
): Map<number, number>[] {
  const sizes = lengths(n, layers)
  let now = new Map([[cell, 1]])
  const all = [now]
  for (let at = layers.length - 1; at >= 0; at--) {
    const { kernel, stride, padding, dilation } = layers[at]!
    const below = new Map<number, number>()
    for (const [i, count] of now) {
      for (let u = 0; u < kernel; u++) {
        const j = i * stride + u * dilation - padding
        if (j >= 0 && j < sizes[at]!) below.set(j, (below.get(j) ?? 0) + count)
      }
    }
    now = below
    all.unshift(now)
  }
  return all
}

// lessons/cnn/filters와 같은 식. tests/browser/widgets/test_kernel_paint.py가 견준다.

export interface Picture {
  height: number
  width: number
  /** 윗줄부터 적은 밝기 */
  data: ArrayLike<number>
}

export type Border = "reflect" | "nearest"

/** 그림 밖의 번호가 빌려 오는 안쪽 번호. reflect는 d c b a | a b c d | d c b a */
export function inner(i: number, n: number, border: Border): number {
  if (border === "nearest") return Math.min(n - 1, Math.max(0, i))
  const at = ((i % (2 * n)) + 2 * n) % (2 * n)
  return Math.min(at, 2 * n - 1 - at)
}

export interface Meeting {
  weight: number
  value: number
}

/** (row, column)을 가운데로 놓은 3×3 창과 커널이 만난 값들 */
export function meetings(
  x: Picture,
  W: readonly number[],
  row: number,
  column: number,
): Meeting[] {
  return W.map((weight, cell) => {
    const i = inner(row + Math.floor(cell / 3) - 1, x.height, "reflect")
    const j = inner(column + (cell % 3) - 1, x.width, "reflect")
    return { weight, value: x.data[i * x.width + j]! }
  })
}

/** 3×3 커널의 상호상관을 over로 나눈 것. 식 (2.2) */
export function correlate(x: Picture, W: readonly number[], over: number): Picture {
  const y = new Float64Array(x.height * x.width)
  for (let row = 0; row < x.height; row++) {
    for (let column = 0; column < x.width; column++) {
      let total = 0
      for (let u = 0; u < 3; u++) {
        const start = inner(row + u - 1, x.height, "reflect") * x.width
        for (let v = 0; v < 3; v++) {
          total +=
            W[3 * u + v]! * x.data[start + inner(column + v - 1, x.width, "reflect")]!
        }
      }
      y[row * x.width + column] = total / over
    }
  }
  return { ...x, data: y }
}

function alongRows(x: Picture, w: readonly number[], border: Border): Picture {
  const y = new Float64Array(x.height * x.width)
  const r = (w.length - 1) / 2
  const from = Array.from({ length: x.width + 2 * r }, (_, at) =>
    inner(at - r, x.width, border),
  )
  for (let row = 0; row < x.height; row++) {
    const start = row * x.width
    for (let column = 0; column < x.width; column++) {
      let total = 0
      for (let u = 0; u < w.length; u++)
        total += w[u]! * x.data[start + from[column + u]!]!
      y[start + column] = total
    }
  }
  return { ...x, data: y }
}

function turned(x: Picture): Picture {
  const data = new Float64Array(x.height * x.width)
  for (let at = 0; at < data.length; at++) {
    data[(at % x.width) * x.height + Math.floor(at / x.width)] = x.data[at]!
  }
  return { height: x.width, width: x.height, data }
}

function both(
  x: Picture,
  across: readonly number[],
  down: readonly number[],
  border: Border,
) {
  return turned(alongRows(turned(alongRows(x, across, border)), down, border))
}

/** 식 (2.3)의 커널을 가로와 세로로 한 번씩 */
export function gaussian(x: Picture, sigma: number): Picture {
  const r = Math.trunc(4 * sigma + 0.5)
  if (!r) return x
  const g = Array.from({ length: 2 * r + 1 }, (_, u) =>
    Math.exp(-(((u - r) / sigma) ** 2) / 2),
  )
  const total = g.reduce((a, b) => a + b)
  const w = g.map((v) => v / total)
  return both(x, w, w, "reflect")
}

export interface Slope {
  gx: Picture
  gy: Picture
  /** 크기 |gx| + |gy| */
  m: Picture
}

export function gradients(x: Picture): Slope {
  const gx = both(x, [-1, 0, 1], [1, 2, 1], "nearest")
  const gy = both(x, [1, 2, 1], [-1, 0, 1], "nearest")
  const m = Float64Array.from(gx.data, (a, at) => Math.abs(a) + Math.abs(gy.data[at]!))
  return { gx, gy, m: { ...x, data: m } }
}

const TAN = 13573 / 2 ** 15

/** 기울기의 방향으로 앞뒤의 두 이웃보다 큰 칸만 남긴다. */
export function thin({ gx, gy, m }: Slope): Picture {
  const { height, width } = m
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= height || column >= width
      ? 0
      : m.data[row * width + column]!
  const kept = Float64Array.from(m.data, (value, cell) => {
    const row = Math.floor(cell / width)
    const column = cell % width
    const x = gx.data[cell]!
    const y = gy.data[cell]!
    const across = Math.abs(x)
    const along = Math.abs(y)
    if (along < TAN * across) {
      return value > at(row, column - 1) && value >= at(row, column + 1) ? value : 0
    }
    if (along > (TAN + 2) * across) {
      return value > at(row - 1, column) && value >= at(row + 1, column) ? value : 0
    }
    const s = x < 0 === y < 0 ? 1 : -1
    return value > at(row - 1, column - s) && value > at(row + 1, column + s)
      ? value
      : 0
  })
  return { ...m, data: kept }
}

/** 강한 칸에서 여덟 이웃으로 닿는 약한 칸까지 잇는다. 에지면 1 */
export function connect(m: Picture, low: number, high: number): Picture {
  const { height, width } = m
  const edges = new Uint8Array(height * width)
  const stack: number[] = []
  for (let at = 0; at < edges.length; at++) if (m.data[at]! > high) stack.push(at)
  for (const at of stack) edges[at] = 1
  while (stack.length) {
    const at = stack.pop()!
    const row = Math.floor(at / width)
    const column = at % width
    for (let i = Math.max(0, row - 1); i <= Math.min(height - 1, row + 1); i++) {
      for (let j = Math.max(0, column - 1); j <= Math.min(width - 1, column + 1); j++) {
        const near = i * width + j
        if (edges[near] || !(m.data[near]! > low)) continue
        edges[near] = 1
        stack.push(near)
      }
    }
  }
  return { ...m, data: edges }
}

export type View = "signed" | "clip" | "wrap"

/** 값 하나를 화면의 밝기 0~255로 */
export function shade(y: number, view: View): number {
  if (view === "signed") return Math.min(255, Math.max(0, 127.5 + y / 2))
  if (view === "clip") return Math.min(255, Math.max(0, y))
  return ((Math.trunc(y) % 256) + 256) % 256
}

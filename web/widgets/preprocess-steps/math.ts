// lessons/cnn/preprocessing과 같은 식. tests/browser/widgets/test_preprocess_steps.py가 견준다.

export const SIDE = 96
export const SMALL = 32

/** 학습할 때 남긴 것(cnn/sign_skew의 pipeline) */
export const MEAN = [
  0.48060262725960645, 0.3851721009975317, 0.34677476945918806,
] as const
export const STD = [
  0.26583535444127526, 0.2302787879251758, 0.22809365822079442,
] as const

export const ORIENTS = { right: "바로", lying: "6 무시", down: "3 무시" }
export const CHANNELS = { rgb: "RGB", bgr: "BGR", grey: "회색" }
export const WAYS = {
  antialias: "antialias",
  linear: "antialias 끔",
  nearest: "nearest",
}
export const DIVISIONS = { once: "한 번", never: "안 함", twice: "두 번" }
export const NORMS = { once: "한 번", never: "안 함", twice: "두 번" }

export interface Steps {
  orient: keyof typeof ORIENTS
  channel: keyof typeof CHANNELS
  way: keyof typeof WAYS
  divide: keyof typeof DIVISIONS
  norm: keyof typeof NORMS
}

export const RIGHT: Steps = {
  orient: "right",
  channel: "rgb",
  way: "antialias",
  divide: "once",
  norm: "once",
}

/** 칸 n개를 m개로 바꾸는 행렬의 줄들. 식 (12.1)과 (12.2) */
export function resizeRows(n: number, m: number, way: Steps["way"]): number[][] {
  const wide = way === "antialias" ? Math.max(n / m, 1) : 1
  return Array.from({ length: m }, (_, i) => {
    const row = new Array<number>(n).fill(0)
    if (way === "nearest") {
      row[Math.floor((i * n) / m)] = 1
      return row
    }
    const at = ((i + 0.5) * n) / m - 0.5
    const from = way === "antialias" ? 0 : -1 // 끄면 바깥을 끝 칸이 대신한다
    const to = way === "antialias" ? n : n + 1
    let total = 0
    for (let j = from; j < to; j++) {
      const weight = Math.max(0, 1 - Math.abs(j - at) / wide)
      row[Math.min(n - 1, Math.max(0, j))]! += weight
      total += weight
    }
    return row.map((weight) => weight / total)
  })
}

/** side×side RGB의 (행, 열, 채널)을 카메라가 누인 대로, 읽은 채널대로 */
export function opened(
  rgb: ArrayLike<number>,
  side: number,
  { orient, channel }: Steps,
): Float64Array {
  const out = new Float64Array(side * side * 3)
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < side; j++) {
      // 누운 사진의 (i, j)는 바로 선 사진의 (j, side − 1 − i)다
      const [row, column] =
        orient === "lying"
          ? [j, side - 1 - i]
          : orient === "down"
            ? [side - 1 - i, side - 1 - j]
            : [i, j]
      const from = 3 * (row * side + column)
      const [r, g, b] = [rgb[from]!, rgb[from + 1]!, rgb[from + 2]!]
      const grey = 0.299 * r + 0.587 * g + 0.114 * b
      const read =
        channel === "rgb"
          ? [r, g, b]
          : channel === "bgr"
            ? [b, g, r]
            : [grey, grey, grey]
      out.set(read, 3 * (i * side + j))
    }
  }
  return out
}

/** 사진을 신경망이 받을 (채널, 행, 열)로 */
export function prepared(
  rgb: ArrayLike<number>,
  side: number,
  steps: Steps,
): Float32Array {
  const image = opened(rgb, side, steps)
  const A = resizeRows(side, SMALL, steps.way)
  const half = new Float64Array(SMALL * side * 3) // 세로만 줄인 것
  for (let i = 0; i < SMALL; i++) {
    for (let k = 0; k < side; k++) {
      const weight = A[i]![k]!
      if (!weight) continue
      for (let at = 0; at < side * 3; at++)
        half[i * side * 3 + at]! += weight * image[k * side * 3 + at]!
    }
  }
  const over = { once: 255, never: 1, twice: 255 * 255 }[steps.divide]
  const times = { once: 1, never: 0, twice: 2 }[steps.norm]
  const out = new Float32Array(3 * SMALL * SMALL)
  for (let c = 0; c < 3; c++) {
    for (let i = 0; i < SMALL; i++) {
      for (let j = 0; j < SMALL; j++) {
        let value = 0
        for (let k = 0; k < side; k++)
          value += A[j]![k]! * half[(i * side + k) * 3 + c]!
        value /= over
        for (let t = 0; t < times; t++) value = (value - MEAN[c]!) / STD[c]!
        out[(c * SMALL + i) * SMALL + j] = value
      }
    }
  }
  return out
}

export interface Summary {
  mean: number
  std: number
  low: number
  high: number
}

export function summary(x: ArrayLike<number>): Summary {
  let [total, low, high] = [0, Infinity, -Infinity]
  for (let at = 0; at < x.length; at++) {
    total += x[at]!
    low = Math.min(low, x[at]!)
    high = Math.max(high, x[at]!)
  }
  const mean = total / x.length
  let squares = 0
  for (let at = 0; at < x.length; at++) squares += (x[at]! - mean) ** 2
  return { mean, std: Math.sqrt(squares / x.length), low, high }
}

export const BINS = 40
export const REACH = 4 // −4부터 4까지. 벗어난 값은 끝 막대에 센다

/** 채널마다 막대에 든 값의 몫 */
export function histogram(x: ArrayLike<number>): number[][] {
  const size = x.length / 3
  return [0, 1, 2].map((c) => {
    const bars = new Array<number>(BINS).fill(0)
    for (let at = c * size; at < (c + 1) * size; at++) {
      const bin = Math.floor(((x[at]! + REACH) / (2 * REACH)) * BINS)
      bars[Math.min(BINS - 1, Math.max(0, bin))]! += 1 / size
    }
    return bars
  })
}

/** 신경망이 받은 값을 학습 때의 자로 되돌린 0–255. (채널, 행, 열)의 at번 픽셀 */
export function seen(x: ArrayLike<number>, at: number): number[] {
  return [0, 1, 2].map((c) => {
    const value = 255 * (x[c * SMALL * SMALL + at]! * STD[c]! + MEAN[c]!)
    return Math.min(255, Math.max(0, value))
  })
}

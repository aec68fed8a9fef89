// lessons/cnn/augmentation과 같은 식. tests/browser/widgets/test_augment_stack.py가 견준다.

export const SIDE = 48
export type Matrix = readonly [number, number, number, number, number, number]
export type Box = [number, number, number, number]

/** 사진(칸마다 빨강·녹색·파랑)과 물체들. 마스크는 1과 0이다 */
export interface Sample {
  pixels: Uint8Array
  boxes: Box[]
  masks: Uint8Array[]
  names: string[]
}

export const STEPS = {
  flip: "좌우 뒤집기",
  vertical: "위아래 뒤집기",
  affine: "아핀",
  crop: "자르고 키우기",
  blur: "흐리기",
  colour: "색",
  noise: "잡음",
  hole: "가리기",
} as const
export type Step = keyof typeof STEPS
export const ORDER = Object.keys(STEPS) as Step[]

/** 씨앗마다 되풀이되는 0과 1 사이의 수 */
export function random(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const at = (x: number, y: number) => y * SIDE + x

/** 원 하나, 네모 하나, 세모 하나가 놓인 사진 */
export function scene(): Sample {
  const kinds: [
    string,
    [number, number, number],
    (x: number, y: number) => boolean,
    Box,
  ][] = [
    [
      "원",
      [240, 200, 80],
      (x, y) => (x - 13) ** 2 + (y - 15) ** 2 <= 64,
      [5, 7, 21, 23],
    ],
    [
      "네모",
      [90, 170, 240],
      (x, y) => x >= 28 && x < 42 && y >= 6 && y < 16,
      [28, 6, 42, 16],
    ],
    [
      "세모",
      [120, 220, 130],
      (x, y) => y >= 26 && y < 42 && Math.abs(x - 30) <= (y - 26) / 2,
      [22, 26, 38, 42],
    ],
  ]
  const pixels = new Uint8Array(3 * SIDE * SIDE)
  const next = random(7)
  const masks = kinds.map(() => new Uint8Array(SIDE * SIDE))
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const k = kinds.findIndex(([, , inside]) => inside(x + 0.5, y + 0.5))
      if (k >= 0) masks[k]![at(x, y)] = 1
      const colour = k >= 0 ? kinds[k]![1] : [40 + y, 44 + x / 2, 70]
      for (let c = 0; c < 3; c++) {
        pixels[3 * at(x, y) + c] = Math.round(colour[c]! + 16 * (next() - 0.5))
      }
    }
  }
  return {
    pixels,
    masks,
    boxes: kinds.map(([, , , box]) => box),
    names: kinds.map(([name]) => name),
  }
}

/** a를 한 다음 b */
export function followed(
  [a, b, c, d, e, f]: Matrix,
  [g, h, i, j, k, l]: Matrix,
): Matrix {
  return [
    g * a + h * d,
    g * b + h * e,
    g * c + h * f + i,
    j * a + k * d,
    j * b + k * e,
    j * c + k * f + l,
  ]
}

export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const det = a * e - b * d
  return [
    e / det,
    -b / det,
    (b * f - c * e) / det,
    -d / det,
    a / det,
    (c * d - a * f) / det,
  ]
}

/** 가운데를 붙들고 키우고 돌리고 옮긴다. 식 (15.2) */
export function affine(angle: number, dx: number, dy: number, scale: number): Matrix {
  const t = (angle * Math.PI) / 180
  const [cos, sin, h] = [scale * Math.cos(t), scale * Math.sin(t), SIDE / 2]
  return [cos, sin, h - cos * h - sin * h + dx, -sin, cos, h + sin * h - cos * h + dy]
}

/** 새 칸마다 원본의 자리를 거꾸로 찾아 읽는다. 식 (15.3) */
export function warp(
  values: Uint8Array,
  channels: number,
  M: Matrix,
  nearest = false,
): Uint8Array {
  const out = new Uint8Array(values.length)
  const [a, b, c, d, e, f] = inverse(M)
  const read = (x: number, y: number, k: number) =>
    x >= 0 && y >= 0 && x < SIDE && y < SIDE ? values[channels * at(x, y) + k]! : 0
  for (let i = 0; i < SIDE; i++) {
    for (let j = 0; j < SIDE; j++) {
      const u = a * (j + 0.5) + b * (i + 0.5) + c - 0.5
      const v = d * (j + 0.5) + e * (i + 0.5) + f - 0.5
      const [x, y] = nearest
        ? [Math.floor(u + 0.5), Math.floor(v + 0.5)]
        : [Math.floor(u), Math.floor(v)]
      const [s, t] = nearest ? [0, 0] : [u - x, v - y]
      for (let k = 0; k < channels; k++) {
        const top = (1 - s) * read(x, y, k) + s * read(x + 1, y, k)
        const low = (1 - s) * read(x, y + 1, k) + s * read(x + 1, y + 1, k)
        out[channels * at(j, i) + k] = Math.round((1 - t) * top + t * low)
      }
    }
  }
  return out
}

/** 네 꼭짓점을 옮기고 감싼다. 식 (15.4) */
export function warpBox([x1, y1, x2, y2]: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ] as const
  const us = corners.map(([x, y]) => a * x + b * y + c)
  const vs = corners.map(([x, y]) => d * x + e * y + f)
  return [Math.min(...us), Math.min(...vs), Math.max(...us), Math.max(...vs)]
}

const area = ([x1, y1, x2, y2]: Box) => Math.max(x2 - x1, 0) * Math.max(y2 - y1, 0)

/** 사진 안으로 자른 상자와 남은 몫. 식 (15.5) */
export function clip(box: Box): { box: Box; share: number } {
  const inside = box.map((v) => Math.min(Math.max(v, 0), SIDE)) as Box
  return { box: inside, share: area(box) ? area(inside) / area(box) : 0 }
}

export function kept(
  { box, share }: { box: Box; share: number },
  least: number,
): boolean {
  const [x1, y1, x2, y2] = box
  return share >= least - 1e-9 && x2 - x1 >= 1 - 1e-9 && y2 - y1 >= 1 - 1e-9
}

const byte = (v: number) => Math.min(Math.max(Math.round(v), 0), 255)

export function brightness(pixels: Uint8Array, factor: number): Uint8Array {
  return pixels.map((v) => byte(factor * v))
}

const grey = (p: Uint8Array, i: number) =>
  0.299 * p[i]! + 0.587 * p[i + 1]! + 0.114 * p[i + 2]!

export function contrast(pixels: Uint8Array, factor: number): Uint8Array {
  let sum = 0
  for (let i = 0; i < pixels.length; i += 3) sum += grey(pixels, i)
  const mean = (3 * sum) / pixels.length
  return pixels.map((v) => byte(factor * v + (1 - factor) * mean))
}

export function saturation(pixels: Uint8Array, factor: number): Uint8Array {
  return pixels.map((v, i) =>
    byte(factor * v + (1 - factor) * grey(pixels, i - (i % 3))),
  )
}

/** 바깥은 끝 칸을 축으로 비춘다 */
export function blur(pixels: Uint8Array, size: number, sigma: number): Uint8Array {
  const r = (size - 1) / 2
  const weights = Array.from({ length: size }, (_, i) =>
    Math.exp(-((i - r) ** 2) / (2 * sigma ** 2)),
  )
  const total = weights.reduce((sum, w) => sum + w, 0)
  const mirror = (i: number) => (i < 0 ? -i : i >= SIDE ? 2 * SIDE - 2 - i : i)
  let now = Float64Array.from(pixels)
  for (const axis of [0, 1]) {
    const next = new Float64Array(now.length)
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        for (let c = 0; c < 3; c++) {
          let sum = 0
          weights.forEach((w, i) => {
            const spot = axis ? at(mirror(x + i - r), y) : at(x, mirror(y + i - r))
            sum += w * now[3 * spot + c]!
          })
          next[3 * at(x, y) + c] = sum / total
        }
      }
    }
    now = next
  }
  return Uint8Array.from(now, byte)
}

export function erase(
  pixels: Uint8Array,
  i: number,
  j: number,
  h: number,
  w: number,
): Uint8Array {
  return pixels.map((v, k) => {
    const spot = Math.floor(k / 3)
    const [x, y] = [spot % SIDE, Math.floor(spot / SIDE)]
    return x >= j && x < j + w && y >= i && y < i + h ? 0 : v
  })
}

export interface Result extends Sample {
  done: Step[]
  /** 물체마다 남은 몫. 빠진 것까지 */
  shares: number[]
}

/** 켠 것을 차례로, 저마다 확률 p로. 같은 씨앗이면 켜고 꺼도 다른 것은 그대로다 */
export function compose(
  sample: Sample,
  on: readonly Step[],
  seed: number,
  p: number,
  least: number,
): Result {
  let M: Matrix = [1, 0, 0, 0, 1, 0]
  let { pixels } = sample
  const done: Step[] = []
  const plans = ORDER.map((step, i) => ({ step, next: random(100 * seed + i) }))
  const moves: Partial<Record<Step, (u: () => number) => Matrix>> = {
    flip: () => [-1, 0, SIDE, 0, 1, 0],
    vertical: () => [1, 0, 0, 0, -1, SIDE],
    affine: (u) => affine(80 * u() - 40, 16 * u() - 8, 16 * u() - 8, 0.8 + 0.4 * u()),
    crop: (u) => {
      const [x, y] = [Math.floor(17 * u()), Math.floor(17 * u())]
      return [1.5, 0, -1.5 * x, 0, 1.5, -1.5 * y]
    },
  }
  const changes: Partial<Record<Step, (u: () => number) => Uint8Array>> = {
    blur: (u) => {
      const sigma = 0.5 + 1.5 * u()
      return blur(pixels, 2 * Math.floor(3 * sigma + 0.5) + 1, sigma)
    },
    colour: (u) =>
      saturation(contrast(brightness(pixels, 0.5 + u()), 0.5 + u()), 2 * u()),
    noise: (u) =>
      pixels.map((v) =>
        byte(v + 25 * Math.sqrt(-2 * Math.log(1 - u())) * Math.cos(2 * Math.PI * u())),
      ),
    hole: (u) => erase(pixels, Math.floor(33 * u()), Math.floor(33 * u()), 16, 16),
  }
  for (const { step, next } of plans) {
    if (!on.includes(step) || next() >= p) continue
    done.push(step)
    const move = moves[step]
    if (move) M = followed(M, move(next))
    // 자리는 행렬에 모아 두었다가 값을 바꾸기 전에 한 번 옮긴다
  }
  if (M.join() !== "1,0,0,0,1,0") pixels = warp(pixels, 3, M)
  for (const { step, next } of plans) {
    const change = changes[step]
    if (change && done.includes(step)) pixels = change(next)
  }
  const clipped = sample.boxes.map((box) => clip(warpBox(box, M)))
  const stay = clipped.map((one) => kept(one, least))
  const left = <T>(list: readonly T[]) => list.filter((_, i) => stay[i])
  return {
    pixels,
    done,
    shares: clipped.map(({ share }) => share),
    boxes: left(clipped.map(({ box }) => box)),
    masks: left(sample.masks).map((mask) => warp(mask, 1, M, true)),
    names: left(sample.names),
  }
}

// 도형 하나가 막대와 잡음 속에 있는 그림을 lessons/scenes와 같은 규칙으로 그리고, 답을 센다.

import { type Box, inside } from "../../kit/shapes.ts"

export { inside }

export const SIZE = 64
export const MARK = 6
const DARK = 64
const BRIGHT = 90
const CLUTTER = 6
const NOISE = 35
const YELLOW = [255, 220, 0]

export type Spot = readonly [x: number, y: number]

export interface Picture {
  shape: number
  box: Box
  /** 배경과 색과 잡음을 정한다 */
  seed: number
  /** 표시의 왼쪽 위. 없으면 null */
  mark: Spot | null
}

/** 0부터 n − 1까지의 정수를 내는 난수 생성기 (mulberry32) */
export function dice(seed: number): (n: number) => number {
  let a = seed | 0
  return (n) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n)
  }
}

/** 0–255인 빨강·녹색·파랑을 픽셀마다 늘어놓은 것 */
export function draw({ shape, box, seed, mark }: Picture): Uint8ClampedArray {
  const roll = dice(seed)
  const three = (low: number, high: number) =>
    [0, 1, 2].map(() => low + roll(high - low + 1))
  const ground = three(0, DARK)
  const color = three(BRIGHT, 255)
  const canvas = new Int16Array(3 * SIZE * SIZE).map((_, at) => ground[at % 3]!)
  const put = (x: number, y: number, rgb: number[]) =>
    canvas.set(rgb, 3 * (SIZE * y + x))
  for (let k = 0; k < CLUTTER; k++) {
    const [thin, long] = [1 + roll(2), SIZE / 8 + roll((3 * SIZE) / 8 + 1)]
    const [w, h] = roll(2) ? [thin, long] : [long, thin]
    const [left, top] = [roll(SIZE - w + 1), roll(SIZE - h + 1)]
    const bar = three(DARK, 255)
    for (let y = top; y < top + h; y++)
      for (let x = left; x < left + w; x++) put(x, y, bar)
  }
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) if (inside(shape, box, x, y)) put(x, y, color)
  }
  const noise = () =>
    roll(2 * NOISE + 1) + roll(2 * NOISE + 1) + roll(2 * NOISE + 1) - 3 * NOISE
  const image = Uint8ClampedArray.from(canvas, (value) => value + noise())
  if (!mark) return image
  for (let y = mark[1]; y < Math.min(mark[1] + MARK, SIZE); y++) {
    for (let x = mark[0]; x < Math.min(mark[0] + MARK, SIZE); x++) {
      image.set(YELLOW, 3 * (SIZE * y + x))
    }
  }
  return image
}

/** 모델이 받는 꼴: 채널을 앞으로 옮기고 255로 나눈다. */
export function toInput(images: readonly Uint8ClampedArray[]): Float32Array {
  const cells = SIZE * SIZE
  const all = new Float32Array(3 * cells * images.length)
  images.forEach((image, n) => {
    for (let c = 0; c < 3; c++) {
      for (let at = 0; at < cells; at++)
        all[(3 * n + c) * cells + at] = image[3 * at + c]! / 255
    }
  })
  return all
}

export type Rule = "none" | "triangle" | "all"

/** 클래스가 고르게 든 새 그림들. 표시는 규칙이 정한 그림의 구석에 찍는다. */
export function pictures(count: number, rule: Rule, seed = 1): Picture[] {
  const roll = dice(seed)
  return Array.from({ length: count }, (_, n) => {
    const shape = n % 3
    const w = 12 + roll(7)
    const h = Math.max(12, Math.min(18, w - 2 + roll(5)))
    const [x, y] = [roll(SIZE - w + 1), roll(SIZE - h + 1)]
    const marked = rule === "all" || (rule === "triangle" && shape === 2)
    return {
      shape,
      box: [x, y, x + w, y + h],
      seed: 1000 * seed + n,
      mark: marked ? [3, 3] : null,
    }
  })
}

/** 행마다 가장 큰 값의 번호 */
export function answers(probabilities: ArrayLike<number>, K = 3): number[] {
  return Array.from({ length: probabilities.length / K }, (_, n) => {
    let best = 0
    for (let c = 1; c < K; c++)
      if (probabilities[n * K + c]! > probabilities[n * K + best]!) best = c
    return best
  })
}

/** 정답이 i인데 j라고 답한 수를 K·i + j에 센다. */
export function confusion(
  truth: readonly number[],
  said: readonly number[],
  K = 3,
): number[] {
  const table = new Array<number>(K * K).fill(0)
  truth.forEach((i, n) => table[K * i + said[n]!]!++)
  return table
}

/** 한 변이 side인 지도에서 가장 뜨거운 칸의 한가운데(픽셀). 모두 0 이하면 null */
export function peak(map: ArrayLike<number>, side: number): Spot | null {
  let best = 0
  for (let at = 1; at < map.length; at++) if (map[at]! > map[best]!) best = at
  if (!(map[best]! > 0)) return null
  const cell = SIZE / side
  return [((best % side) + 0.5) * cell, (Math.floor(best / side) + 0.5) * cell]
}

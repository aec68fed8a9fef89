// 48×48 칸에 도형을 놓고 칠하고, 답을 정답과 견준다. 장면의 규칙은 lessons/scenes와 같다.

import { type Box, inside } from "../../kit/shapes.ts"

export type { Box }

export const SIDE = 48
export const KINDS = ["배경", "원", "네모", "세모"] as const
const CELLS = SIDE * SIDE
const DARK = 64
const BRIGHT = 90
const NOISE = 16

export type Color = readonly [number, number, number]
export type Point = readonly [x: number, y: number]

/** 칸마다의 클래스와 잡음을 섞기 전의 빛깔 */
export interface Painting {
  labels: Uint8Array
  colors: Uint8Array
}

/** 0 이상 1 미만의 난수를 차례로 내는 것(mulberry32) */
export function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const whole = (next: () => number, low: number, high: number) =>
  low + Math.floor(next() * (high - low + 1))

export const bright = (next: () => number): Color => [
  whole(next, BRIGHT, 255),
  whole(next, BRIGHT, 255),
  whole(next, BRIGHT, 255),
]

/** 상자에 꼭 맞는 도형이 (x, y) 칸을 덮는가. kind는 KINDS의 번호(1–3) */
export function covers(kind: number, box: Box, x: number, y: number): boolean {
  return inside(kind - 1, box, x, y)
}

/** 어두운 한 색뿐인 그림 */
export function blank(seed: number): Painting {
  const next = random(seed)
  const back = [whole(next, 0, DARK), whole(next, 0, DARK), whole(next, 0, DARK)]
  const colors = Uint8Array.from({ length: 3 * CELLS }, (_, at) => back[at % 3]!)
  return { labels: new Uint8Array(CELLS), colors }
}

/** 칸마다 물어 참인 곳을 칠한 새 그림. kind가 0이면 바탕으로 되돌린다 */
function fill(
  painting: Painting,
  base: Painting,
  kind: number,
  color: Color,
  inside: (x: number, y: number) => boolean,
): Painting {
  const labels = painting.labels.slice()
  const colors = painting.colors.slice()
  for (let at = 0; at < CELLS; at++) {
    if (!inside(at % SIDE, Math.floor(at / SIDE))) continue
    labels[at] = kind
    const source = kind ? color : base.colors.subarray(3 * at, 3 * at + 3)
    colors.set(source, 3 * at)
  }
  return { labels, colors }
}

/** 가운데가 (x, y)이고 변이 size인 도형을 찍는다 */
export function stamp(
  painting: Painting,
  base: Painting,
  kind: number,
  color: Color,
  [x, y]: Point,
  size: number,
): Painting {
  const [left, top] = [Math.round(x - size / 2), Math.round(y - size / 2)]
  const box: Box = [left, top, left + size, top + size]
  const shape = kind || 2 // 지울 때는 네모로
  return fill(painting, base, kind, color, (px, py) => covers(shape, box, px, py))
}

/** 두 점 사이를 지름 size인 붓으로 칠한다 */
export function brush(
  painting: Painting,
  base: Painting,
  kind: number,
  color: Color,
  from: Point,
  to: Point,
  size: number,
): Painting {
  const [sx, sy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.max(sx * sx + sy * sy, 1e-9)
  return fill(painting, base, kind, color, (px, py) => {
    const [dx, dy] = [px + 0.5 - from[0], py + 0.5 - from[1]]
    const t = Math.min(Math.max((dx * sx + dy * sy) / length, 0), 1)
    return Math.hypot(dx - t * sx, dy - t * sy) <= size / 2
  })
}

/** 도형 셋이 놓인 장면 */
export function scene(seed: number): Painting {
  const base = blank(seed)
  const next = random(seed + 1000)
  const corners: Point[] = [
    [13, 13],
    [34, 15],
    [23, 34],
  ]
  const turn = whole(next, 0, 2)
  return corners.reduce((painting, [x, y], at) => {
    const kind = 1 + ((at + turn) % 3)
    const place: Point = [x + whole(next, -3, 3), y + whole(next, -3, 3)]
    return stamp(painting, base, kind, bright(next), place, whole(next, 13, 18))
  }, base)
}

/** 잡음을 더한 0–255의 빛깔. 씨앗이 같으면 같은 잡음이다 */
export function noisy(colors: Uint8Array, seed: number): Uint8Array {
  const next = random(seed + 2000)
  return Uint8Array.from(colors, (color) => {
    let sum = color
    for (let k = 0; k < 3; k++) sum += whole(next, -NOISE, NOISE)
    return Math.min(Math.max(sum, 0), 255)
  })
}

/** 신경망이 받는 꼴 (3, H, W), 0–1 */
export function toInput(image: Uint8Array): Float32Array {
  return Float32Array.from({ length: 3 * CELLS }, (_, at) => {
    const channel = Math.floor(at / CELLS)
    return image[3 * (at % CELLS) + channel]! / 255
  })
}

/** 픽셀마다 확률이 가장 큰 클래스 */
export function largest(probabilities: ArrayLike<number>): Uint8Array {
  return Uint8Array.from({ length: CELLS }, (_, at) => {
    let best = 0
    for (let k = 1; k < KINDS.length; k++) {
      if (probabilities[k * CELLS + at]! > probabilities[best * CELLS + at]!) best = k
    }
    return best
  })
}

export interface Scores {
  accuracy: number
  /** ‘모두 배경’이라는 답의 정확도 */
  nothing: number
  /** 클래스마다. 정답에도 답에도 없으면 NaN */
  iou: number[]
  dice: number[]
}

export function score(truth: ArrayLike<number>, answer: ArrayLike<number>): Scores {
  const [both, sizes] = [KINDS.map(() => 0), KINDS.map(() => 0)]
  let [right, empty] = [0, 0]
  for (let at = 0; at < truth.length; at++) {
    const [t, a] = [truth[at]!, answer[at]!]
    sizes[t]!++
    sizes[a]!++
    if (t === 0) empty++
    if (t !== a) continue
    both[t]!++
    right++
  }
  return {
    accuracy: right / truth.length,
    nothing: empty / truth.length,
    iou: KINDS.map((_, k) => both[k]! / (sizes[k]! - both[k]!)),
    dice: KINDS.map((_, k) => (2 * both[k]!) / sizes[k]!),
  }
}

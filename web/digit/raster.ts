// 획을 신경망이 배운 것과 같은 8×8 그림으로 바꾼다. sitegen/faces/digit/strokes.py와 같은
// 계산이고, 시험이 둘을 견준다. 까닭은 그쪽에 적었다.

export type Point = readonly [x: number, y: number]

const GRID = 32
const CELL = 4
const WIDE = 24
const INK = 312
const MARGIN = 2.2
const STRETCH = 1.6
const SMALLEST = 0.1

/** 획은 칸의 너비를 1로 본 점의 목록이다. 반환: 픽셀 64개, 0부터 16까지 */
export function rasterize(strokes: readonly (readonly Point[])[]): number[] {
  const [left, wide] = extent(strokes, 0)
  const [top, tall] = extent(strokes, 1)
  const up = (GRID - 2 * MARGIN) / Math.max(tall, 0.6 * wide, SMALLEST)
  const most = (WIDE - 2 * MARGIN) / Math.max(wide, SMALLEST)
  const across = Math.min(up * STRETCH, most)
  const place = ([x, y]: Point): Point => [
    (x - left - wide / 2) * across + GRID / 2,
    (y - top - tall / 2) * up + GRID / 2,
  ]
  const far = squaredDistances(strokes.map((stroke) => stroke.map(place)))
  const edge = far.toSorted()[INK - 1] ?? 0
  const radius = Math.min(Math.max(edge, 1.5 ** 2), 6 ** 2)
  const pixels = new Array<number>(64).fill(0)
  far.forEach((distance, i) => {
    const cell = 8 * Math.floor(i / GRID / CELL) + Math.floor((i % GRID) / CELL)
    if (distance <= radius) pixels[cell]! += 1
  })
  return pixels
}

function extent(strokes: readonly (readonly Point[])[], axis: 0 | 1) {
  let low = Infinity
  let high = -Infinity
  for (const stroke of strokes) {
    for (const point of stroke) {
      low = Math.min(low, point[axis])
      high = Math.max(high, point[axis])
    }
  }
  return [low, high - low] as const
}

function squaredDistances(strokes: readonly (readonly Point[])[]): Float64Array {
  const far = new Float64Array(GRID * GRID).fill(Infinity)
  for (const stroke of strokes) {
    for (let k = 0; k < Math.max(1, stroke.length - 1); k++) {
      const [ax, ay] = stroke[k]!
      const [bx, by] = stroke[Math.min(k + 1, stroke.length - 1)]!
      const [sx, sy] = [bx - ax, by - ay]
      const length = Math.max(sx * sx + sy * sy, 1e-9)
      for (let i = 0; i < far.length; i++) {
        const dx = (i % GRID) + 0.5 - ax
        const dy = Math.floor(i / GRID) + 0.5 - ay
        const t = Math.min(Math.max((dx * sx + dy * sy) / length, 0), 1)
        const distance = (dx - t * sx) ** 2 + (dy - t * sy) ** 2
        if (distance < far[i]!) far[i] = distance
      }
    }
  }
  return far
}

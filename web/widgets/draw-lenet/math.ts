// 28×28 칸에 획을 긋고 지운다.

export type Point = readonly [x: number, y: number]

export const SIDE = 28
const PEN = 1.2
const ERASER = 2.2 // 그은 획의 부드러운 가장자리까지 지운다

/**
 * 두 점 사이에 획을 그은 새 그림. 한 칸의 먹은 획까지의 거리에 따라 부드럽게 준다.
 * erase면 먹 대신 바탕을 칠한다. 점의 단위는 칸이고 (0, 0)은 왼쪽 위 모서리다.
 */
export function stroke(
  pixels: Float32Array,
  from: Point,
  to: Point,
  erase: boolean,
): Float32Array {
  const painted = pixels.slice()
  const radius = erase ? ERASER : PEN
  const [sx, sy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.max(sx * sx + sy * sy, 1e-9)
  painted.forEach((before, at) => {
    const dx = (at % SIDE) + 0.5 - from[0]
    const dy = Math.floor(at / SIDE) + 0.5 - from[1]
    const t = Math.min(Math.max((dx * sx + dy * sy) / length, 0), 1)
    const far = Math.hypot(dx - t * sx, dy - t * sy)
    const ink = Math.min(Math.max(radius + 0.5 - far, 0), 1)
    painted[at] = erase ? Math.min(before, 1 - ink) : Math.max(before, ink)
  })
  return painted
}

// 높이가 같은 곳을 이은 선. 격자의 칸마다 선이 지나는 두 변을 찾아 잇는다.

import type { Plot } from "./plot.ts"

const CELLS = 72

/** 값 하나마다 path의 d 하나 */
export function contours(
  plot: Plot,
  f: (x: number, y: number) => number,
  levels: readonly number[],
): string[] {
  const [left, right] = plot.x.range() as [number, number]
  const [bottom, top] = plot.y.range() as [number, number]
  const xs = Array.from(
    { length: CELLS + 1 },
    (_, i) => left + ((right - left) * i) / CELLS,
  )
  const ys = Array.from(
    { length: CELLS + 1 },
    (_, i) => bottom + ((top - bottom) * i) / CELLS,
  )
  const heights = ys.map((y) => xs.map((x) => f(plot.x.invert(x), plot.y.invert(y))))
  const paths = levels.map(() => "")
  for (let row = 0; row < CELLS; row++) {
    for (let column = 0; column < CELLS; column++) {
      const corners = CORNERS.map(([u, v]) => heights[row + v]![column + u]!)
      const low = Math.min(...corners)
      const high = Math.max(...corners)
      levels.forEach((level, k) => {
        if (level <= low || level > high) return
        const cuts: string[] = []
        CORNERS.forEach(([u, v], i) => {
          const j = (i + 1) % 4
          const a = corners[i]! - level
          const b = corners[j]! - level
          if (a >= 0 === b >= 0) return
          const t = a / (a - b)
          const [u2, v2] = CORNERS[j]!
          const x = mix(xs[column + u]!, xs[column + u2]!, t)
          const y = mix(ys[row + v]!, ys[row + v2]!, t)
          cuts.push(`${x.toFixed(1)},${y.toFixed(1)}`)
        })
        for (let i = 0; i < cuts.length; i += 2)
          paths[k] += `M${cuts[i]}L${cuts[i + 1]}`
      })
    }
  }
  return paths
}

const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}

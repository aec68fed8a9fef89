// 상자에 꼭 맞는 도형. lessons.scenes.shapes와 같은 규칙이다.

export type Box = readonly [x1: number, y1: number, x2: number, y2: number]

/** 픽셀 (x, y)를 도형이 덮는가. 0 원, 1 네모, 2 세모. lessons.scenes.shapes.inside */
export function inside(
  shape: number,
  [x1, y1, x2, y2]: Box,
  x: number,
  y: number,
): boolean {
  const [w, h] = [x2 - x1, y2 - y1]
  const dx = 2 * x + 1 - (x1 + x2)
  const dy = 2 * y + 1 - (y1 + y2)
  if (shape === 0) return (dx * h) ** 2 + (dy * w) ** 2 < (w * h) ** 2
  if (shape === 1) return Math.abs(dx) < w && Math.abs(dy) < h
  return Math.abs(dy) < h && 2 * Math.abs(dx) * h < w * (dy + h)
}

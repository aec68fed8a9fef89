// lessons/dl/linear_regression.py와 같은 식. tests/browser/widgets/test_line_fit.py가 견준다.

export type Point = [number, number]

export interface Line {
  w: number
  b: number
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** 잔차 y − (wx + b). 식 (5.2) */
export function residuals(points: readonly Point[], { w, b }: Line): number[] {
  return points.map(([x, y]) => y - (w * x + b))
}

/** 잔차의 제곱을 모두 더한 것. 화면에 칠한 넓이의 합 */
export function squaredSum(points: readonly Point[], line: Line): number {
  return residuals(points, line).reduce((sum, r) => sum + r * r, 0)
}

/** 평균 제곱 오차. 식 (5.3) */
export function meanSquaredError(points: readonly Point[], line: Line): number {
  return squaredSum(points, line) / points.length
}

/** 모든 x가 같은가. 그러면 기울기를 정할 수 없다. */
export function vertical(points: readonly Point[]): boolean {
  return points.every(([x]) => x === points[0]![0])
}

/** 손실이 가장 작은 직선. 식 (5.8)과 (5.9). 모든 x가 같으면 w = 0을 고른다. */
export function fit(points: readonly Point[]): Line {
  const yMean = mean(points.map(([, y]) => y))
  if (vertical(points)) return { w: 0, b: yMean }
  const xMean = mean(points.map(([x]) => x))
  const top = points.reduce((sum, [x, y]) => sum + (x - xMean) * (y - yMean), 0)
  const bottom = points.reduce((sum, [x]) => sum + (x - xMean) ** 2, 0)
  const w = top / bottom
  return { w, b: yMean - w * xMean }
}

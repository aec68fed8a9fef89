// lessons/dl/softmax.py와 같은 식. tests/browser/widgets/test_softmax_sliders.py가 견준다.

/** 식 (14.1)을 그대로 셈한다. 넘치면 NaN이 된다. */
export function naive(z: readonly number[]): number[] {
  const e = z.map(Math.exp)
  const total = e.reduce((a, b) => a + b, 0)
  return e.map((value) => value / total)
}

/** 온도 T로 나눈 로짓의 확률. 가장 큰 값을 먼저 뺀다. 식 (14.6), (14.10) */
export function softmax(z: readonly number[], T = 1): number[] {
  const top = Math.max(...z)
  return naive(z.map((value) => (value - top) / T))
}

/** 식 (14.8) */
export function logsumexp(z: readonly number[]): number {
  const top = Math.max(...z)
  return (
    top + Math.log(z.map((value) => Math.exp(value - top)).reduce((a, b) => a + b, 0))
  )
}

/** 로짓 j를 움직일 때 확률마다의 비탈. 야코비 행렬의 j열. 식 (14.11) */
export function slopes(p: readonly number[], j: number): number[] {
  return p.map((value, i) => value * ((i === j ? 1 : 0) - p[j]!))
}

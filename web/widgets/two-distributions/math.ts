// lessons/dl/cross_entropy.py와 같은 식. 단위는 비트다.

type Numbers = readonly number[]

/** y × log₂ p의 합에 빼기표. y가 0인 칸은 0이다. 식 (15.3) */
export function crossEntropy(y: Numbers, p: Numbers): number {
  return y.reduce(
    (sum, value, k) => (value === 0 ? sum : sum - value * Math.log2(p[k]!)),
    0,
  )
}

/** 식 (15.2) */
export function entropy(y: Numbers): number {
  return crossEntropy(y, y)
}

/** 식 (15.4) */
export function divergence(y: Numbers, p: Numbers): number {
  return Math.max(0, crossEntropy(y, p) - entropy(y))
}

/** k번째를 value로 두고, 나머지는 서로의 비율을 지키며 합이 1이 되게 고친다. */
export function change(y: Numbers, k: number, value: number): number[] {
  const others = y.reduce((sum, v, i) => (i === k ? sum : sum + v), 0)
  const even = 1 / (y.length - 1)
  return y.map((v, i) =>
    i === k ? value : (1 - value) * (others > 0 ? v / others : even),
  )
}

/** 가장 큰 칸만 1로 둔다. 같으면 앞의 것이다. */
export function oneHot(y: Numbers): number[] {
  const top = y.indexOf(Math.max(...y))
  return y.map((_, i) => (i === top ? 1 : 0))
}

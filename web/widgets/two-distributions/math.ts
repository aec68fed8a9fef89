// lessons/dl/cross_entropy.py와 같은 식. 단위는 비트다.

type Numbers = readonly number[]

/** p × log₂ q의 합에 빼기표. p가 0인 칸은 0이다. 식 (15.3) */
export function crossEntropy(p: Numbers, q: Numbers): number {
  return p.reduce(
    (sum, value, k) => (value === 0 ? sum : sum - value * Math.log2(q[k]!)),
    0,
  )
}

/** 식 (15.2) */
export function entropy(p: Numbers): number {
  return crossEntropy(p, p)
}

/** 식 (15.4) */
export function divergence(p: Numbers, q: Numbers): number {
  return Math.max(0, crossEntropy(p, q) - entropy(p))
}

/** k번째를 value로 두고, 나머지는 서로의 비율을 지키며 합이 1이 되게 고친다. */
export function change(p: Numbers, k: number, value: number): number[] {
  const others = p.reduce((sum, v, i) => (i === k ? sum : sum + v), 0)
  const even = 1 / (p.length - 1)
  return p.map((v, i) =>
    i === k ? value : (1 - value) * (others > 0 ? v / others : even),
  )
}

/** 가장 큰 칸만 1로 둔다. 같으면 앞의 것이다. */
export function oneHot(p: Numbers): number[] {
  const top = p.indexOf(Math.max(...p))
  return p.map((_, i) => (i === top ? 1 : 0))
}

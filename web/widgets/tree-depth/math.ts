// lessons/dl/decision_tree.py와 같은 식. tests/browser/widgets/test_tree_depth.py가 견준다.

export type Point = [number, number]

export interface Node {
  /** 클래스마다 온 샘플의 수 */
  counts: Point
  depth: number
  /** 물은 특성과 문턱. 잎이면 없다 */
  split?: { feature: 0 | 1; threshold: number; yes: Node; no: Node }
}

/** 지니 불순도. 식 (2.1) */
export function gini([a, b]: Point): number {
  const n = a + b
  return 1 - (a / n) ** 2 - (b / n) ** 2
}

function count(y: readonly number[]): Point {
  const ones = y.reduce((sum, k) => sum + k, 0)
  return [y.length - ones, ones]
}

/** 불순도를 가장 많이 줄이는 질문. 식 (2.4). 똑같이 좋으면 앞의 것 */
export function bestSplit(X: readonly Point[], y: readonly number[]) {
  let best: { feature: 0 | 1; threshold: number; after: number } | null = null
  for (const feature of [0, 1] as const) {
    const values = [...new Set(X.map((x) => x[feature]))].sort((a, b) => a - b)
    for (let i = 0; i + 1 < values.length; i++) {
      const threshold = (values[i]! + values[i + 1]!) / 2
      const yes = count(y.filter((_, n) => X[n]![feature] <= threshold))
      const no = count(y.filter((_, n) => X[n]![feature] > threshold))
      const [n, m] = [yes[0] + yes[1], no[0] + no[1]]
      const after = (n * gini(yes) + m * gini(no)) / (n + m)
      if (!best || after < best.after - 1e-12) best = { feature, threshold, after }
    }
  }
  return best
}

/** depth까지 키운 나무 */
export function grow(
  X: readonly Point[],
  y: readonly number[],
  most: number,
  depth = 0,
): Node {
  const node: Node = { counts: count(y), depth }
  const found = depth < most && Math.min(...node.counts) ? bestSplit(X, y) : null
  if (!found) return node
  const { feature, threshold } = found
  const child = (goes: (x: Point) => boolean) => {
    const rows = X.flatMap((x, i) => (goes(x) ? [i] : []))
    return grow(
      rows.map((i) => X[i]!),
      rows.map((i) => y[i]!),
      most,
      depth + 1,
    )
  }
  const yes = child((x) => x[feature] <= threshold)
  const no = child((x) => x[feature] > threshold)
  node.split = { feature, threshold, yes, no }
  return node
}

export function predict(node: Node, x: Point): number {
  const { split } = node
  if (!split) return node.counts[1] > node.counts[0] ? 1 : 0
  return predict(x[split.feature] <= split.threshold ? split.yes : split.no, x)
}

export function accuracy(
  node: Node,
  X: readonly Point[],
  y: readonly number[],
): number {
  return X.filter((x, i) => predict(node, x) === y[i]).length / X.length
}

export interface Region {
  left: number
  right: number
  bottom: number
  top: number
  label: number
}

/** 잎마다의 네모난 땅 */
export function regions(node: Node, box: Omit<Region, "label">): Region[] {
  const { split } = node
  if (!split) return [{ ...box, label: predict(node, [0, 0]) }]
  const { feature, threshold, yes, no } = split
  const [low, high] = feature
    ? (["bottom", "top"] as const)
    : (["left", "right"] as const)
  return [
    ...regions(yes, { ...box, [high]: threshold }),
    ...regions(no, { ...box, [low]: threshold }),
  ]
}

export function leaves(node: Node): number {
  return node.split ? leaves(node.split.yes) + leaves(node.split.no) : 1
}

// 붓꽃 100송이(버시컬러 50, 버지니카 50)의 꽃받침 길이, 너비, 꽃잎 길이, 너비. 0.1cm씩 두 자리
const COLUMNS = [
  "70646955655763496652505960615667565862565961636164666867605755555860546067635655556158505657576251576358716365764973677265646857586465777760695677636772626164727479646361776364606967695868676763656259",
  "32323123282833242927203022292931302722253228252829302830292624242727303431233025263026232730292925283327302930302529253632273025283230382622322828273332283028302838282826303431303131312732333025303430",
  "47454940464547334639354240473644454145394840494743444850453538373951454547444140444640334242424330416051595658664563586151535550515355676950574967495760484956586164565156615655485456515159575250525451",
  "14151513151316101314101510141314151015111813151213141417151011101216151615131313121412101312131311132519211822211718182520192120242318222315232020182118181821161920221514232418182124231923252319202318",
]

export const SPECIES = Array.from({ length: 100 }, (_, i) => (i < 50 ? 0 : 1))

/** 특성 둘: 0이면 꽃받침, 2면 꽃잎의 길이와 너비(cm) */
export function flowers(from: 0 | 2): Point[] {
  const at = (column: number, i: number) =>
    Number(COLUMNS[column]!.slice(2 * i, 2 * i + 2)) / 10
  return SPECIES.map((_, i) => [at(from, i), at(from + 1, i)])
}

// docs/dl/12의 식 (12.4). tests/browser/widgets/test_value_graph.py가 lessons의 Value와 견준다.

export type Op = "+" | "−" | "×" | "tanh" | "ReLU"
export const BINARY: Op[] = ["+", "−", "×"]
export const UNARY: Op[] = ["tanh", "ReLU"]

export interface Node {
  name: string
  /** 그림의 칸. 왼쪽 위가 (0, 0) */
  at: [number, number]
  /** 입력의 번호. 잎이면 빈 목록 */
  from: number[]
  /** 처음의 연산. 잎이면 null */
  op: Op | null
  /** 잎의 처음 값 */
  value: number
}

function leaf(name: string, at: [number, number], value: number): Node {
  return { name, at, from: [], op: null, value }
}

function inner(name: string, at: [number, number], op: Op, ...from: number[]): Node {
  return { name, at, from, op, value: 0 }
}

/** 입력이 출력보다 앞에 오게 줄 세운 그래프들 */
export const GRAPHS = {
  neuron: [
    leaf("w", [0, 0], 3),
    leaf("x", [0, 1], 2),
    leaf("b", [1, 1.5], 1),
    leaf("y", [2, 2], 2),
    inner("u", [1, 0.5], "×", 0, 1),
    inner("z", [2, 1], "+", 4, 2),
    inner("r", [3, 1.5], "−", 5, 3),
    inner("L", [4, 1.5], "×", 6, 6),
  ],
  paths: [
    leaf("a", [0.5, 0.3], 3),
    leaf("b", [0.5, 1.7], -1),
    inner("s", [2, 1.5], "+", 0, 1),
    inner("L", [3.5, 0.9], "×", 2, 0),
  ],
  gate: [
    leaf("w", [0, 0.3], -1),
    leaf("x", [0, 1.3], 2),
    leaf("v", [2, 2], 3),
    inner("u", [1, 0.8], "×", 0, 1),
    inner("h", [2, 0.8], "ReLU", 3),
    inner("L", [3.3, 1.4], "×", 2, 4),
  ],
} satisfies Record<string, Node[]>

export type Name = keyof typeof GRAPHS

/** 값과, 입력마다의 국소 미분 */
function compute(op: Op, [a, b]: number[]): [number, number[]] {
  switch (op) {
    case "+":
      return [a! + b!, [1, 1]]
    case "−":
      return [a! - b!, [1, -1]]
    case "×":
      return [a! * b!, [b!, a!]]
    case "ReLU":
      return a! > 0 ? [a!, [1]] : [0, [0]]
    case "tanh": {
      const y = Math.tanh(a!)
      return [y, [1 - y * y]]
    }
  }
}

export interface Flow {
  values: number[]
  /** 노드마다, 입력마다의 국소 미분 */
  slopes: number[][]
  /** 지금까지 모인 기울기. 아직 아무것도 받지 않았으면 null */
  grads: (number | null)[]
  /** 값까지 셈한 노드의 수 */
  known: number
  /** 지금 단계의 노드와 방향. 시작 전이면 null */
  now: { node: number; kind: "forward" | "seed" | "send" } | null
}

/** 안쪽 노드마다 순전파 한 번, 출력의 기울기 1, 안쪽 노드마다 보내기 한 번 */
export function total(nodes: readonly Node[]): number {
  return 2 * nodes.filter((node) => node.op).length + 1
}

/** step번째 단계까지 셈한 그래프. ops와 leaves는 안쪽 노드와 잎의 순서대로다 */
export function flow(
  nodes: readonly Node[],
  leaves: readonly number[],
  ops: readonly Op[],
  step: number,
): Flow {
  const first = leaves.length
  const count = ops.length
  const values = [...leaves]
  const slopes: number[][] = leaves.map(() => [])
  ops.forEach((op, i) => {
    const [value, local] = compute(
      op,
      nodes[first + i]!.from.map((j) => values[j]!),
    )
    values.push(value)
    slopes.push(local)
  })
  const grads: (number | null)[] = nodes.map(() => null)
  const known = first + Math.min(step, count)
  if (step > count) grads[nodes.length - 1] = 1
  for (let k = 0; k < step - count - 1; k++) {
    const i = nodes.length - 1 - k
    nodes[i]!.from.forEach((j, n) => {
      grads[j] = (grads[j] ?? 0) + grads[i]! * slopes[i]![n]!
    })
  }
  const last = nodes.length - 1
  let now: Flow["now"] = null
  if (step > count + 1) now = { node: last - (step - count - 2), kind: "send" }
  else if (step > count) now = { node: last, kind: "seed" }
  else if (step > 0) now = { node: first + step - 1, kind: "forward" }
  return { values, slopes, grads, known, now }
}

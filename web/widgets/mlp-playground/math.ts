// lessons/dl/layers.py, mlp_training.py와 같은 식.
// tests/browser/widgets/test_mlp_playground.py가 같은 가중치에서 걸음마다 견준다.

export type Name = "sigmoid" | "tanh" | "relu"
export interface Layer {
  /** (입력, 출력) */
  W: number[][]
  b: number[]
}
export interface Data {
  X: number[][]
  y: number[]
}

function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z))
  return (z >= 0 ? 1 : e) / (1 + e)
}

const F: Record<Name, (z: number) => number> = {
  sigmoid,
  tanh: Math.tanh,
  relu: (z) => Math.max(z, 0),
}
/** 활성화 함수의 값 h에서 셈한 비탈 */
const SLOPE: Record<Name, (h: number) => number> = {
  sigmoid: (h) => h * (1 - h),
  tanh: (h) => 1 - h * h,
  relu: (h) => (h > 0 ? 1 : 0),
}

function affine({ W, b }: Layer, x: readonly number[]): number[] {
  const z = b.slice()
  for (let j = 0; j < x.length; j++) {
    const row = W[j]!
    for (let k = 0; k < z.length; k++) z[k]! += x[j]! * row[k]!
  }
  return z
}

/** 점 하나를 앞으로 보내며 층마다 들어간 값을 남긴다. 마지막이 출력이다. 식 (8.1) */
export function trace(
  model: readonly Layer[],
  name: Name,
  x: readonly number[],
): number[][] {
  const values = [x.slice()]
  model.forEach((layer, i) => {
    const z = affine(layer, values[i]!)
    values.push(i < model.length - 1 ? z.map(F[name]) : z)
  })
  return values
}

export function output(
  model: readonly Layer[],
  name: Name,
  x: readonly number[],
): number {
  return trace(model, name, x).at(-1)![0]!
}

/** 로지스틱 손실의 평균과 층마다의 기울기. 식 (8.16), (8.17), (13.3)–(13.6) */
export function gradients(model: readonly Layer[], name: Name, { X, y }: Data) {
  const grads = model.map(({ W, b }) => ({
    W: W.map((row) => row.map(() => 0)),
    b: b.map(() => 0),
  }))
  let loss = 0
  X.forEach((x, n) => {
    const values = trace(model, name, x)
    const z = values.at(-1)![0]!
    loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y[n]! * z
    let dz = [(sigmoid(z) - y[n]!) / X.length]
    for (let i = model.length - 1; i >= 0; i--) {
      const h = values[i]!
      const { W } = model[i]!
      const grad = grads[i]!
      dz.forEach((d, k) => (grad.b[k]! += d))
      const dh = h.map((value, j) => {
        let sum = 0
        for (let k = 0; k < dz.length; k++) {
          grad.W[j]![k]! += value * dz[k]!
          sum += W[j]![k]! * dz[k]!
        }
        return sum
      })
      dz = dh.map((d, j) => d * SLOPE[name](h[j]!))
    }
  })
  return { loss: loss / X.length, grads }
}

/** steps걸음 고친 새 모델. 식 (8.18) */
export function train(
  model: readonly Layer[],
  name: Name,
  data: Data,
  lr: number,
  steps: number,
) {
  let now = model
  for (let t = 0; t < steps; t++) {
    const { grads } = gradients(now, name, data)
    now = now.map(({ W, b }, i) => ({
      W: W.map((row, j) => row.map((w, k) => w - lr * grads[i]!.W[j]![k]!)),
      b: b.map((value, k) => value - lr * grads[i]!.b[k]!),
    }))
  }
  return now
}

export function accuracy(model: readonly Layer[], name: Name, { X, y }: Data): number {
  const right = X.filter((x, n) => Number(output(model, name, x) > 0) === y[n])
  return right.length / X.length
}

/** 층마다 dW의 크기의 평균 */
export function sizes(grads: readonly Layer[]): number[] {
  return grads.map(({ W }) => {
    const all = W.flat()
    return all.reduce((sum, w) => sum + Math.abs(w), 0) / all.length
  })
}

export function count(widths: readonly number[]): number {
  return widths.slice(1).reduce((sum, n, i) => sum + (widths[i]! + 1) * n, 0)
}

export type Init = "fit" | "small" | "same"

/** 가중치의 표준편차. fit은 ReLU면 He, 아니면 Xavier다. 식 (8.12), (8.14) */
export function std(init: Init, name: Name, fanIn: number, fanOut: number): number {
  if (init === "small") return 0.01
  return Math.sqrt(name === "relu" ? 2 / fanIn : 2 / (fanIn + fanOut))
}

export function build(
  widths: readonly number[],
  name: Name,
  init: Init,
  seed: number,
): Layer[] {
  const normal = normals(seed)
  return widths.slice(1).map((n, i) => {
    const sigma = std(init, name, widths[i]!, n)
    const draw = () => (init === "same" ? 0.3 : sigma * normal())
    return {
      W: Array.from({ length: widths[i]! }, () => Array.from({ length: n }, draw)),
      b: Array.from({ length: n }, () => 0),
    }
  })
}

/** 씨앗이 같으면 어느 기기에서나 같은 0과 1 사이의 수 */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export function normals(seed: number): () => number {
  const uniform = uniforms(seed)
  return () =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

const steps = (n: number) => Array.from({ length: n }, (_, i) => i / (n - 1))

/** n점씩 두 반달. make_moons와 같다 */
export function moons(n: number): Data {
  const angles = steps(n).map((t) => Math.PI * t)
  const outer = angles.map((a) => [Math.cos(a), Math.sin(a)])
  const inner = angles.map((a) => [1 - Math.cos(a), 0.5 - Math.sin(a)])
  return labelled(outer, inner)
}

/** n점씩 두 나선. make_spirals와 같다 */
export function spirals(n: number, turns = 1.5): Data {
  const arm = (start: number) =>
    steps(n).map((t) => {
      const angle = start + 2 * Math.PI * turns * t
      const radius = 0.1 + 0.9 * t
      return [radius * Math.cos(angle), radius * Math.sin(angle)]
    })
  return labelled(arm(0), arm(Math.PI))
}

/** 네모의 두 대각선에 놓인 점. 두 좌표의 부호가 다르면 1 */
export function xor(n: number, seed: number): Data {
  const uniform = uniforms(seed)
  const side = (sign: number) => sign * (0.1 + 0.9 * uniform())
  const pick = (product: number) =>
    Array.from({ length: n }, (_, i) => {
      const sign = i % 2 ? 1 : -1
      return [side(sign), side(sign * product)]
    })
  return labelled(pick(1), pick(-1))
}

export function shaken({ X, y }: Data, noise: number, seed: number): Data {
  const normal = normals(seed)
  return { X: X.map((x) => x.map((value) => value + noise * normal())), y }
}

function labelled(zeros: number[][], ones: number[][]): Data {
  return { X: [...zeros, ...ones], y: [...zeros.map(() => 0), ...ones.map(() => 1)] }
}

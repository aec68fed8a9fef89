// lessons/nn과 같은 식을 펴서 쓴 작은 신경망. 64 → 16 → 16 → 10, ReLU와 He 초깃값.
// tests/browser/widgets/test_sick_curve.py가 같은 가중치에서 lessons와 견준다.

import { TEST, TRAIN } from "../first-model/digits.ts"

export const SIZES = [64, 16, 16, 10] as const
export const STEPS = 200
/** 몇 걸음마다 들여다보는가 */
export const EVERY = 10
const BATCH = 20
const K = 10

export interface Faults {
  lr: number
  /** 초깃값에 곱하는 수 */
  scale: number
  /** 레이블이 다른 줄의 것이다 */
  mixed: boolean
  /** 기울기를 비우지 않는다 */
  sum: boolean
  /** 픽셀을 16으로 나누지 않는다 */
  raw: boolean
  /** 기울기 쪽으로 올라간다 */
  up: boolean
  /** 소프트맥스를 배치의 축으로 건다 */
  over: boolean
}

export const HEALTHY: Faults = {
  lr: 0.1,
  scale: 1,
  mixed: false,
  sum: false,
  raw: false,
  up: false,
  over: false,
}

/** 층 하나. W는 (입력, 출력)을 한 줄로 편 것 */
export interface Layer {
  W: Float64Array
  b: Float64Array
}
export interface Rows {
  X: Float64Array[]
  y: number[]
}

const read = (lines: readonly string[], unit: number): Rows => ({
  X: lines.map((line) =>
    Float64Array.from(line.slice(1), (c) => Number.parseInt(c, 17) / unit),
  ),
  y: lines.map((line) => Number(line[0])),
})

export const rows = (raw: boolean) => read(TRAIN, raw ? 1 : 16)
export const others = (raw: boolean) => read(TEST, raw ? 1 : 16)

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

export function build(seed: number, scale: number): Layer[] {
  const uniform = uniforms(seed)
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return SIZES.slice(1).map((n, i) => {
    const std = scale * Math.sqrt(2 / SIZES[i]!)
    return {
      W: Float64Array.from({ length: SIZES[i]! * n }, () => std * normal()),
      b: new Float64Array(n),
    }
  })
}

/** 층마다 들어간 값. 마지막이 로짓이다 */
export function trace(net: readonly Layer[], x: Float64Array): Float64Array[] {
  const values = [x]
  net.forEach(({ W, b }, i) => {
    const z = b.slice()
    values[i]!.forEach((h, j) => {
      if (h === 0) return
      for (let k = 0; k < z.length; k++) z[k]! += h * W[j * z.length + k]!
    })
    values.push(i < net.length - 1 ? z.map((v) => Math.max(v, 0)) : z)
  })
  return values
}

/** 교차 엔트로피의 평균과 로짓의 기울기. over면 클래스가 아니라 줄끼리 나눈다 */
export function crossEntropy(
  z: readonly Float64Array[],
  y: readonly number[],
  over: boolean,
): { loss: number; dz: Float64Array[] } {
  const n = z.length
  const logP = z.map((row) => row.slice())
  const level = (cells: [number, number][]) => {
    const top = Math.max(...cells.map(([i, k]) => z[i]![k]!))
    const total = cells.reduce((sum, [i, k]) => sum + Math.exp(z[i]![k]! - top), 0)
    for (const [i, k] of cells) logP[i]![k] = z[i]![k]! - top - Math.log(total)
  }
  for (let a = 0; a < (over ? K : n); a++) {
    const length = over ? n : K
    level(Array.from({ length }, (_, c) => (over ? [c, a] : [a, c])))
  }
  const loss = -y.reduce((sum, label, i) => sum + logP[i]![label]!, 0) / n
  const many = (k: number) => (over ? y.filter((label) => label === k).length : 1)
  const counts = Array.from({ length: K }, (_, k) => many(k))
  const dz = logP.map((row, i) =>
    row.map((v, k) => (counts[k]! * Math.exp(v) - Number(y[i] === k)) / n),
  )
  return { loss, dz }
}

/** 손실과 층마다의 기울기 */
export function gradients(net: readonly Layer[], { X, y }: Rows, over = false) {
  const traces = X.map((x) => trace(net, x))
  const { loss, dz } = crossEntropy(
    traces.map((values) => values.at(-1)!),
    y,
    over,
  )
  const grads = net.map(({ W, b }) => ({
    W: new Float64Array(W.length),
    b: new Float64Array(b.length),
  }))
  traces.forEach((values, n) => {
    let d = dz[n]!
    for (let i = net.length - 1; i >= 0; i--) {
      const { W } = net[i]!
      const grad = grads[i]!
      const width = d.length
      for (let k = 0; k < width; k++) grad.b[k]! += d[k]!
      d = values[i]!.map((h, j) => {
        let sum = 0
        for (let k = 0; k < width; k++) {
          grad.W[j * width + k]! += h * d[k]!
          sum += W[j * width + k]! * d[k]!
        }
        return h > 0 ? sum : 0
      })
    }
  })
  return { loss, grads }
}

/** 층마다 a + times × b */
export function added(a: readonly Layer[], b: readonly Layer[], times = 1): Layer[] {
  const add = (x: Float64Array, y: Float64Array) => x.map((v, i) => v + times * y[i]!)
  return a.map(({ W, b: bias }, i) => ({
    W: add(W, b[i]!.W),
    b: add(bias, b[i]!.b),
  }))
}

export const norm = (values: Float64Array) => Math.hypot(...values)

/** 들여다본 것: 층마다의 기울기와 걸음의 비, 은닉층마다 죽은 유닛의 비율 */
export interface Look {
  loss: number
  norms: number[]
  ratios: number[]
  dead: number[]
  right: number
}

export function dead(net: readonly Layer[], X: readonly Float64Array[]): number[] {
  const traces = X.map((x) => trace(net, x))
  return SIZES.slice(1, -1).map((width, i) => {
    const never = Array.from({ length: width }, (_, k) =>
      traces.every((values) => !(values[i + 1]![k]! > 0)),
    )
    return never.filter(Boolean).length / width
  })
}

export function accuracy(net: readonly Layer[], { X, y }: Rows): number {
  const hit = X.filter((x, n) => {
    const z = trace(net, x).at(-1)!
    return z.indexOf(Math.max(...z)) === y[n]
  })
  return hit.length / X.length
}

export interface Run {
  losses: number[]
  /** EVERY걸음마다 */
  looks: Look[]
}

/** 처음부터 STEPS걸음. 손실이 수가 아니게 되면 거기서 멈춘다 */
export function learn(faults: Faults, seed: number): Run {
  const data = rows(faults.raw)
  const fresh = others(faults.raw)
  const uniform = uniforms(seed + 1000)
  const pick = () => Math.floor(uniform() * data.y.length)
  let net = build(seed, faults.scale)
  let kept: Layer[] | undefined
  const run: Run = { losses: [], looks: [] }
  for (let t = 0; t <= STEPS; t++) {
    const chosen = Array.from({ length: BATCH }, pick)
    const named = faults.mixed ? chosen.map(pick) : chosen
    const batch = {
      X: chosen.map((i) => data.X[i]!),
      y: named.map((i) => data.y[i]!),
    }
    const { loss, grads } = gradients(net, batch, faults.over)
    run.losses.push(loss)
    if (!Number.isFinite(loss)) break
    kept = faults.sum && kept ? added(kept, grads) : grads
    const rate = faults.up ? -faults.lr : faults.lr
    if (t % EVERY === 0) {
      const weights = net.map(({ W }) => norm(W))
      const norms = kept.map(({ W }) => norm(W))
      run.looks.push({
        loss,
        norms,
        ratios: norms.map((g, i) => (faults.lr * g) / weights[i]!),
        dead: dead(net, data.X),
        right: accuracy(net, fresh),
      })
    }
    net = added(net, kept, -rate)
  }
  return run
}

// 본문의 first_model.py와 같은 식. tests/browser/widgets/test_first_model.py가 견준다.

import { TEST, TRAIN } from "./digits.ts"

export const PIXELS = 64
export const CLASSES = 10

export interface Digits {
  /** 화소마다 0(바탕)부터 1(먹)까지 */
  X: number[][]
  y: number[]
}

export interface Model {
  /** (64, 10)을 한 줄로 편 것 */
  W: Float64Array
  b: Float64Array
}

export function read(lines: readonly string[]): Digits {
  return {
    X: lines.map((line) =>
      Array.from(line.slice(1), (c) => Number.parseInt(c, 17) / 16),
    ),
    y: lines.map((line) => Number(line[0])),
  }
}

export const train = read(TRAIN)
export const test = read(TEST)

export function blank(): Model {
  return { W: new Float64Array(PIXELS * CLASSES), b: new Float64Array(CLASSES) }
}

/** 점수. 식 (1.1) */
export function scores({ W, b }: Model, x: readonly number[]): number[] {
  const z = Array.from(b)
  for (let d = 0; d < PIXELS; d++) {
    const ink = x[d]!
    if (ink === 0) continue
    for (let k = 0; k < CLASSES; k++) z[k]! += ink * W[d * CLASSES + k]!
  }
  return z
}

/** 확률. 식 (1.2) */
export function softmax(z: readonly number[]): number[] {
  const top = Math.max(...z)
  const e = z.map((value) => Math.exp(value - top))
  const sum = e.reduce((a, v) => a + v, 0)
  return e.map((value) => value / sum)
}

/** 손실과 한 걸음 뒤의 모델. 식 (1.3)–(1.5) */
export function step(model: Model, { X, y }: Digits, lr: number): [number, Model] {
  const W = model.W.slice()
  const b = model.b.slice()
  const rate = lr / X.length
  let loss = 0
  X.forEach((x, n) => {
    const z = scores(model, x)
    const top = Math.max(...z)
    const dz = softmax(z)
    loss += top + Math.log(z.reduce((a, v) => a + Math.exp(v - top), 0)) - z[y[n]!]!
    dz[y[n]!]! -= 1
    for (let k = 0; k < CLASSES; k++) b[k]! -= rate * dz[k]!
    for (let d = 0; d < PIXELS; d++) {
      const pull = rate * x[d]!
      if (pull === 0) continue
      for (let k = 0; k < CLASSES; k++) W[d * CLASSES + k]! -= pull * dz[k]!
    }
  })
  return [loss / X.length, { W, b }]
}

export interface Path {
  losses: number[]
  models: Model[]
}

/** 0에서 출발해 steps걸음. 걸음마다의 모델과 손실 */
export function walk(digits: Digits, lr: number, steps: number): Path {
  const models = [blank()]
  const losses = []
  for (let t = 0; t <= steps; t++) {
    const [loss, next] = step(models[t]!, digits, lr)
    losses.push(loss)
    if (t < steps) models.push(next)
  }
  return { losses, models }
}

export function predict(model: Model, x: readonly number[]): number {
  const z = scores(model, x)
  return z.indexOf(Math.max(...z))
}

/** 맞힌 장수 */
export function right(model: Model, { X, y }: Digits): number {
  return X.filter((x, n) => predict(model, x) === y[n]).length
}

export function first(digits: Digits, n: number): Digits {
  return { X: digits.X.slice(0, n), y: digits.y.slice(0, n) }
}

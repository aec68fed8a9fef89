// 본문의 WindowNet과 MLP. tests/browser/widgets/test_pixel_shuffle.py가 lessons와 견준다.

import { train as big, type Digits, test as small } from "../first-model/math.ts"

export const SIDE = 12
export const PIXELS = SIDE * SIDE
export const CLASSES = 10
export const EPOCHS = 15
const INK = 8
const COPIES = 6
const BATCH = 25
const RATE = 0.01
const HIDDEN = 32
const K = 5

export type Mode = "plain" | "blocks" | "all"

/** 0 이상 1 미만의 난수를 내는 함수. 같은 씨앗이면 같은 차례다. */
export function random(seed: number): () => number {
  let a = seed * 0x9e3779b9
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function mixed(n: number, next: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

/** 새 그림의 k번 칸에 놓일 옛 칸의 번호 */
export function order(mode: Mode, next: () => number): number[] {
  if (mode === "all") return mixed(PIXELS, next)
  const found = Array.from({ length: PIXELS }, (_, i) => i)
  if (mode === "plain") return found
  for (let i = 0; i < SIDE; i += 2) {
    for (let j = 0; j < SIDE; j += 2) {
      const cells = [0, 1, SIDE, SIDE + 1].map((d) => i * SIDE + j + d)
      mixed(4, next).forEach((from, to) => (found[cells[to]!] = cells[from]!))
    }
  }
  return found
}

/** 숫자마다 COPIES번씩 판의 아무 데나 놓고 픽셀의 순서를 바꾼다. */
export function boards(
  { X, y }: Digits,
  pixels: readonly number[],
  next: () => number,
) {
  const places = SIDE - INK + 1
  const out: Digits = { X: [], y: [] }
  X.forEach((x, n) => {
    for (let copy = 0; copy < COPIES; copy++) {
      const [top, left] = [Math.floor(next() * places), Math.floor(next() * places)]
      const board = new Array<number>(PIXELS).fill(0)
      x.forEach((ink, d) => {
        board[(top + Math.floor(d / INK)) * SIDE + left + (d % INK)] = ink
      })
      out.X.push(pixels.map((from) => board[from]!))
      out.y.push(y[n]!)
    }
  })
  return out
}

export interface Net {
  /** 창의 한 변. 없으면 판 전체를 한 번에 보는 MLP */
  k: number | null
  /** (units, 창의 칸 수), (units,), (CLASSES, units), (CLASSES,) */
  weights: Float64Array[]
}

/** torch.nn.Linear의 처음 값: ±1/√입력 사이에서 고르게 */
export function net(k: number | null, units: number, next: () => number): Net {
  const draw = (n: number, inputs: number) =>
    Float64Array.from({ length: n }, () => (2 * next() - 1) / Math.sqrt(inputs))
  const seen = k ? k * k : PIXELS
  const weights = [draw(units * seen, seen), draw(units, seen)]
  return {
    k,
    weights: [...weights, draw(CLASSES * units, units), draw(CLASSES, units)],
  }
}

interface Found {
  /** 유닛마다의 값과, 그 값이 나온 창의 첫 칸. 값이 0이면 −1 */
  h: Float64Array
  at: Int32Array
  z: Float64Array
}

/** 식 (1.4). MLP는 창이 판 전체인 경우다. */
export function forward({ k, weights }: Net, x: readonly number[]): Found {
  const [W, b, V, c] = weights as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const units = b.length
  const h = new Float64Array(units)
  const at = new Int32Array(units).fill(-1)
  const cells = offsets(k)
  const places = k ? SIDE - k + 1 : 1
  for (let i = 0; i < places; i++) {
    for (let j = 0; j < places; j++) {
      const corner = i * SIDE + j
      for (let u = 0; u < units; u++) {
        let sum = b[u]!
        const row = u * cells.length
        for (let d = 0; d < cells.length; d++)
          sum += W[row + d]! * x[corner + cells[d]!]!
        if (sum > h[u]!) [h[u], at[u]] = [sum, corner]
      }
    }
  }
  const z = Float64Array.from(c)
  for (let q = 0; q < CLASSES; q++)
    for (let u = 0; u < units; u++) z[q]! += V[q * units + u]! * h[u]!
  return { h, at, z }
}

const known = new Map<number | null, number[]>()

function offsets(k: number | null): number[] {
  let cells = known.get(k)
  if (!cells) {
    const side = k ?? SIDE
    cells = Array.from(
      { length: side * side },
      (_, d) => Math.floor(d / side) * SIDE + (d % side),
    )
    known.set(k, cells)
  }
  return cells
}

/** 배치의 교차 엔트로피의 기울기 */
export function gradients(model: Net, { X, y }: Digits, rows: readonly number[]) {
  const grads = model.weights.map((w) => new Float64Array(w.length))
  const [dW, db, dV, dc] = grads as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const V = model.weights[2]!
  const units = db.length
  const cells = offsets(model.k)
  for (const n of rows) {
    const x = X[n]!
    const { h, at, z } = forward(model, x)
    const top = Math.max(...z)
    const e = z.map((value) => Math.exp(value - top))
    const sum = e.reduce((a, v) => a + v, 0)
    const dz = e.map((value, q) => (value / sum - (q === y[n] ? 1 : 0)) / rows.length)
    for (let q = 0; q < CLASSES; q++) {
      dc[q]! += dz[q]!
      for (let u = 0; u < units; u++) dV[q * units + u]! += dz[q]! * h[u]!
    }
    for (let u = 0; u < units; u++) {
      if (at[u]! < 0) continue
      let dh = 0
      for (let q = 0; q < CLASSES; q++) dh += dz[q]! * V[q * units + u]!
      db[u]! += dh
      const row = u * cells.length
      for (let d = 0; d < cells.length; d++) dW[row + d]! += dh * x[at[u]! + cells[d]!]!
    }
  }
  return grads
}

/** Adam의 기억 */
export interface Memory {
  t: number
  m: Float64Array[]
  v: Float64Array[]
}

export const memory = ({ weights }: Net): Memory => ({
  t: 0,
  m: weights.map((w) => new Float64Array(w.length)),
  v: weights.map((w) => new Float64Array(w.length)),
})

/** 한 걸음. model과 memory를 제자리에서 고친다. */
export function step(model: Net, data: Digits, rows: readonly number[], kept: Memory) {
  const grads = gradients(model, data, rows)
  kept.t++
  const [down, up] = [1 - 0.9 ** kept.t, 1 - 0.999 ** kept.t]
  model.weights.forEach((w, i) => {
    const [g, m, v] = [grads[i]!, kept.m[i]!, kept.v[i]!]
    for (let d = 0; d < w.length; d++) {
      m[d] = 0.9 * m[d]! + 0.1 * g[d]!
      v[d] = 0.999 * v[d]! + 0.001 * g[d]! * g[d]!
      w[d]! -= (RATE * (m[d]! / down)) / (Math.sqrt(v[d]! / up) + 1e-8)
    }
  })
}

export function accuracy(model: Net, { X, y }: Digits): number {
  const right = X.filter((x, n) => {
    const { z } = forward(model, x)
    return z.indexOf(Math.max(...z)) === y[n]
  })
  return right.length / X.length
}

/** 두 신경망을 나란히 가르친다. 한 바퀴마다 두 정확도를 적는다. */
export class Race {
  readonly train: Digits
  readonly test: Digits
  readonly scores: [number, number][]
  private readonly nets: [Net, Net]
  private readonly kept: [Memory, Memory]
  private readonly next: () => number

  constructor(mode: Mode, seed: number) {
    this.next = random(seed)
    const pixels = order(mode, random(1000 + seed))
    this.train = boards(big, pixels, this.next)
    this.test = boards(small, pixels, this.next)
    this.nets = [net(null, HIDDEN, this.next), net(K, HIDDEN, this.next)]
    this.kept = [memory(this.nets[0]), memory(this.nets[1])]
    this.scores = [this.measure()]
  }

  private measure(): [number, number] {
    return [accuracy(this.nets[0], this.test), accuracy(this.nets[1], this.test)]
  }

  epoch() {
    const rows = mixed(this.train.y.length, this.next)
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH)
      this.nets.forEach((model, i) => step(model, this.train, batch, this.kept[i]!))
    }
    this.scores.push(this.measure())
  }
}

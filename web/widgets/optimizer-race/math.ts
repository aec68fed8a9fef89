// lessons/dl/optimizers.py와 같은 식. tests/browser/widgets/test_optimizer_race.py가 견준다.

export type Point = [number, number]

export interface Land {
  height(w: Point): number
  gradient(w: Point): Point
}

/** ½ wᵀAw */
function quadratic(a: number, c: number, d: number): Land {
  return {
    height: ([x, y]) => (a * x * x + 2 * c * x * y + d * y * y) / 2,
    gradient: ([x, y]) => [a * x + c * y, c * x + d * y],
  }
}

export const LANDS = {
  ravine: quadratic(1, 0, 50),
  tilted: quadratic(25.5, 24.5, 25.5),
  /** 원점이 안장점이고, (0, ±2)가 높이 0인 바닥이다 */
  saddle: {
    height: ([x, y]) => 10 * x * x + (y * y - 4) ** 2 / 16,
    gradient: ([x, y]) => [20 * x, (y * (y * y - 4)) / 4],
  } as Land,
  noisy: quadratic(1, 0, 5),
}
export type LandName = keyof typeof LANDS

export const NOISE = 3 // 잡음 그릇에서 기울기의 성분마다 더하는 잡음의 표준 편차

export type Rule = (w: Point, g: Point, lr: number, t: number) => Point

const both = (f: (i: 0 | 1) => number): Point => [f(0), f(1)]

/** 식 (11.3), (11.4), (11.6) */
function sgd(momentum: number, nesterov = false): Rule {
  let v: Point = [0, 0]
  return (w, g, lr) => {
    v = both((i) => momentum * v[i] + g[i])
    return both((i) => w[i] - lr * (nesterov ? g[i] + momentum * v[i] : v[i]))
  }
}

/** 식 (11.7) */
function adagrad(eps = 1e-10): Rule {
  let G: Point = [0, 0]
  return (w, g, lr) => {
    G = both((i) => G[i] + g[i] * g[i])
    return both((i) => w[i] - (lr * g[i]) / (Math.sqrt(G[i]) + eps))
  }
}

/** 식 (11.8) */
function rmsprop(alpha = 0.99, eps = 1e-8): Rule {
  let v: Point = [0, 0]
  return (w, g, lr) => {
    v = both((i) => alpha * v[i] + (1 - alpha) * g[i] * g[i])
    return both((i) => w[i] - (lr * g[i]) / (Math.sqrt(v[i]) + eps))
  }
}

/** 식 (11.9)–(11.12) */
function adam(beta1: number, beta2 = 0.999, eps = 1e-8): Rule {
  let m: Point = [0, 0]
  let v: Point = [0, 0]
  return (w, g, lr, t) => {
    m = both((i) => beta1 * m[i] + (1 - beta1) * g[i])
    v = both((i) => beta2 * v[i] + (1 - beta2) * g[i] * g[i])
    const mHat = both((i) => m[i] / (1 - beta1 ** t))
    const vHat = both((i) => v[i] / (1 - beta2 ** t))
    return both((i) => w[i] - (lr * mHat[i]) / (Math.sqrt(vHat[i]) + eps))
  }
}

/** 모멘텀 μ는 Adam에서 β₁이다 */
export const RULES: Record<Racer, (momentum: number) => Rule> = {
  sgd: () => sgd(0),
  momentum: (mu) => sgd(mu),
  nesterov: (mu) => sgd(mu, true),
  adagrad: () => adagrad(),
  rmsprop: () => rmsprop(),
  adam: (mu) => adam(mu),
}
export type Racer = "sgd" | "momentum" | "nesterov" | "adagrad" | "rmsprop" | "adam"
export const RACERS = [
  "sgd",
  "momentum",
  "nesterov",
  "adagrad",
  "rmsprop",
  "adam",
] as const

/** 1·2·5 눈금 0.0001–50에서, 처음 자리의 100걸음 뒤가 가장 낮은 학습률. 잡음 그릇은 씨앗 0–19의 평균.
 *  축과 나란한 골짜기는 끝이 없으므로 기운 골짜기의 것을 쓴다. */
export const RATES: Record<LandName, Record<Racer, number>> = {
  ravine: {
    sgd: 0.02,
    momentum: 0.005,
    nesterov: 0.01,
    adagrad: 2,
    rmsprop: 0.2,
    adam: 2,
  },
  tilted: {
    sgd: 0.02,
    momentum: 0.005,
    nesterov: 0.01,
    adagrad: 2,
    rmsprop: 0.2,
    adam: 2,
  },
  saddle: {
    sgd: 0.05,
    momentum: 0.05,
    nesterov: 0.05,
    adagrad: 2,
    rmsprop: 0.2,
    adam: 5,
  },
  noisy: {
    sgd: 0.05,
    momentum: 0.002,
    nesterov: 0.002,
    adagrad: 0.5,
    rmsprop: 0.05,
    adam: 0.1,
  },
}

export const STARTS: Record<LandName, Point> = {
  ravine: [-4, 2],
  tilted: [-4, 2],
  saddle: [-4, 0.01],
  noisy: [-4, 3],
}

/** 식 (11.19)의 배율 */
export function cosine(t: number, total: number): number {
  return (1 + Math.cos((Math.PI * t) / total)) / 2
}

/** 씨앗마다 같은 수를 내는 난수. mulberry32 */
function uniform(seed: number): () => number {
  let a = seed | 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** 평균 0, 표준 편차 1인 잡음의 짝 steps개. 박스–뮬러 */
export function noise(seed: number, steps: number): Point[] {
  const next = uniform(seed)
  return Array.from({ length: steps }, () => {
    const far = Math.sqrt(-2 * Math.log(1 - next()))
    const angle = 2 * Math.PI * next()
    return [far * Math.cos(angle), far * Math.sin(angle)]
  })
}

export interface Race {
  land: LandName
  racer: Racer
  start: Point
  lr: number
  momentum: number
  /** 걸음마다 기울기에 더하는 값. 길이가 걸음의 수다 */
  noise: readonly Point[]
  decay: boolean
}

/** 출발점부터의 자취. 수가 넘치면 그 앞에서 멈춘다. */
export function race({
  land,
  racer,
  start,
  lr,
  momentum,
  noise,
  decay,
}: Race): Point[] {
  const rule = RULES[racer](momentum)
  const path: Point[] = [start]
  const steps = noise.length
  for (let t = 1; t <= steps; t++) {
    const w = path[t - 1]!
    const slope = LANDS[land].gradient(w)
    const g = both((i) => slope[i] + noise[t - 1]![i])
    const next = rule(w, g, decay ? lr * cosine(t - 1, steps) : lr, t)
    if (!next.every((value) => Math.abs(value) < 1e6)) break
    path.push(next)
  }
  return path
}

/** 걸음마다 섞일 잡음. 잡음 그릇이 아니면 0 */
export function shake(land: LandName, seed: number, steps: number): Point[] {
  const size = land === "noisy" ? NOISE : 0
  return noise(seed, steps).map(([x, y]) => [size * x, size * y])
}

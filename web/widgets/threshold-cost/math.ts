// lessons/cnn/imbalance의 지표와 같은 식. tests/browser/widgets/test_threshold_cost.py가 견준다.

import { NEGATIVE, POSITIVE } from "./scores.ts"

/** 점수의 눈금: 로짓 0.05 */
export const STEP = 0.05
/** 모델이 배운 비율 1:100 */
export const LEARNED = 100

export interface Counts {
  tp: number
  fp: number
  fn: number
  tn: number
}

export interface Spot extends Counts {
  /** 로짓의 임곗값. 이 이상이면 양성이라고 한다 */
  t: number
}

/** 점수가 t 이상인 것의 비율 */
function above(scores: readonly number[], t: number): number {
  const edge = Math.round(t / STEP)
  return scores.filter((score) => score >= edge).length / scores.length
}

/** 양성:음성이 1:ratio인 만 장에서의 네 칸 */
export function counts(t: number, ratio: number): Counts {
  const positives = 10000 / (1 + ratio)
  const tp = positives * above(POSITIVE, t)
  const fp = (10000 - positives) * above(NEGATIVE, t)
  return { tp, fp, fn: positives - tp, tn: 10000 - positives - fp }
}

/** 나온 점수를 임곗값으로, 큰 것부터. 첫 것은 아무것도 고르지 않는 무한대 */
export function spots(ratio: number): Spot[] {
  const tries = [...new Set([...POSITIVE, ...NEGATIVE])].sort((a, b) => b - a)
  return [Infinity, ...tries.map((score) => score * STEP)].map((t) => ({
    t,
    ...counts(t, ratio),
  }))
}

export const fpr = ({ fp, tn }: Counts) => fp / (fp + tn)
export const recall = ({ tp, fn }: Counts) => tp / (tp + fn)
/** 아무것도 고르지 않았으면 1 */
export const precision = ({ tp, fp }: Counts) => (tp + fp ? tp / (tp + fp) : 1)
export const f1 = ({ tp, fp, fn }: Counts) => (2 * tp) / (2 * tp + fp + fn)
export const accuracy = ({ tp, tn }: Counts) => (tp + tn) / 10000
export const cost = ({ fp, fn }: Counts, missed: number) => fp + missed * fn

/** ROC 곡선 아래의 넓이 */
export function rocAuc(found: readonly Spot[]): number {
  return found.slice(1).reduce((sum, spot, i) => {
    const before = found[i]!
    return sum + ((fpr(spot) - fpr(before)) * (recall(spot) + recall(before))) / 2
  }, 0)
}

/** 재현율이 늘어난 만큼을 무게로 한 정밀도의 평균 */
export function averagePrecision(found: readonly Spot[]): number {
  return found
    .slice(1)
    .reduce(
      (sum, spot, i) => sum + (recall(spot) - recall(found[i]!)) * precision(spot),
      0,
    )
}

/** 값이 가장 큰 임곗값. 같으면 큰 임곗값 */
export function best(found: readonly Spot[], value: (spot: Spot) => number): number {
  return found.reduce((top, spot) => (value(spot) > value(top) + 1e-9 ? spot : top)).t
}

/** 식 (13.6)을 비율이 ratio인 곳의 확률에 쓴 임곗값. 로짓으로 */
export function bayes(ratio: number, missed: number): number {
  return Math.log(ratio / LEARNED) - Math.log(missed)
}

export const probability = (z: number) => 1 / (1 + Math.exp(-z))

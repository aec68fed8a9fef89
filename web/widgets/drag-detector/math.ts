// 장면을 그리고, 칸이 말한 것을 상자로 되돌리고, 겹친 것을 지우고, 채점한다.
// lessons/scenes/shapes.py, lessons/cnn/detection의 yolo, nms, average_precision과 같다.

import { type Box, inside } from "../../kit/shapes.ts"

export type { Box }

export interface Item {
  /** SHAPES의 번호 */
  kind: number
  box: Box
}

export interface Found extends Item {
  score: number
  /** 말한 칸 */
  row: number
  column: number
}

export const SIZE = 64
export const GRID = 8
const COLORS = [
  [238, 140, 92],
  [112, 214, 150],
  [126, 160, 250],
] as const
const GROUND = [24, 28, 40] as const

/** (3, 64, 64), 0부터 1까지. 뒤에 적힌 것이 앞에 놓인다 */
export function paint(items: readonly Item[]): Float32Array {
  const area = SIZE * SIZE
  const pixels = new Float32Array(3 * area)
  for (let at = 0; at < area; at++) {
    const [x, y] = [at % SIZE, Math.floor(at / SIZE)]
    const top = items.findLast((item) => inside(item.kind, item.box, x, y))
    const color = top ? COLORS[top.kind]! : GROUND
    color.forEach((value, c) => (pixels[c * area + at] = value / 255))
  }
  return pixels
}

/** 상자의 중심이 든 칸 [행, 열] */
export function cellOf([x1, y1, x2, y2]: Box): [row: number, column: number] {
  const at = (v: number) =>
    Math.min(Math.max(Math.floor((v * GRID) / SIZE), 0), GRID - 1)
  return [at((y1 + y2) / 2), at((x1 + x2) / 2)]
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))

/** 모든 칸이 말한 상자. out: (5 + K, 8, 8) 로짓 */
export function everyCell(out: ArrayLike<number>): Found[] {
  const cells = GRID * GRID
  const kinds = out.length / cells - 5
  return Array.from({ length: cells }, (_, at) => {
    const [row, column] = [Math.floor(at / GRID), at % GRID]
    const z = (channel: number) => out[channel * cells + at]!
    const cx = ((column + sigmoid(z(1))) * SIZE) / GRID
    const cy = ((row + sigmoid(z(2))) * SIZE) / GRID
    const [w, h] = [sigmoid(z(3)) * SIZE, sigmoid(z(4)) * SIZE]
    const logits = Array.from({ length: kinds }, (_, k) => z(5 + k))
    const most = Math.max(...logits)
    const total = logits.reduce((sum, one) => sum + Math.exp(one - most), 0)
    return {
      kind: logits.indexOf(most),
      box: [cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2] as const,
      score: sigmoid(z(0)) / total,
      row,
      column,
    }
  })
}

const area = ([x1, y1, x2, y2]: Box) => (x2 - x1) * (y2 - y1)

export function iou(a: Box, b: Box): number {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  const both = Math.max(w, 0) * Math.max(h, 0)
  const either = area(a) + area(b) - both
  return either > 0 ? both / either : 0
}

/** 점수가 높은 것부터. 같으면 앞의 것이 먼저다 */
const inOrder = <T extends Found>(found: readonly T[]) =>
  found
    .map((one, i) => [one, i] as const)
    .sort(([a, i], [b, j]) => b.score - a.score || i - j)
    .map(([one]) => one)

/** 클래스가 같은 것끼리, 문턱을 넘게 겹친 것을 지운다 */
export function suppress(found: readonly Found[], threshold: number): Found[] {
  const kept: Found[] = []
  for (const one of inOrder(found)) {
    const hidden = kept.some(
      (k) => k.kind === one.kind && iou(k.box, one.box) > threshold,
    )
    if (!hidden) kept.push(one)
  }
  return kept
}

/** 점수가 높은 것부터 본, 맞았는가. PASCAL VOC의 규칙 */
export function judge(
  found: readonly Found[],
  truths: readonly Item[],
  threshold: number,
): { found: Found; hit: boolean }[] {
  const taken = new Set<number>()
  return inOrder(found).map((one) => {
    const overlaps = truths.map((t) => (t.kind === one.kind ? iou(t.box, one.box) : -1))
    const most = Math.max(-1, ...overlaps)
    const best = overlaps.indexOf(most)
    const hit = most >= threshold && !taken.has(best)
    if (hit) taken.add(best)
    return { found: one, hit }
  })
}

/** k개까지 말했을 때의 정밀도와 재현율, 그리고 모든 점의 AP */
export function curve(hits: readonly boolean[], total: number) {
  const right = hits.map((_, k) => hits.slice(0, k + 1).filter(Boolean).length)
  const precision = right.map((count, k) => count / (k + 1))
  const recall = right.map((count) => count / total)
  const best = precision.map((_, k) => Math.max(...precision.slice(k)))
  const ap = hits.reduce((sum, hit, k) => sum + (hit ? best[k]! / total : 0), 0)
  return { precision, recall, best, ap }
}

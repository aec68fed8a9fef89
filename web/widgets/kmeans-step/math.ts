// lessons/dl/kmeans.py와 같은 식. tests/browser/widgets/test_kmeans_step.py가 견준다.

export type Point = [number, number]

export interface Frame {
  centers: Point[]
  /** 점마다 중심점의 번호. 아직 할당하지 않았으면 null */
  labels: number[] | null
  inertia: number | null
  /** 이 반걸음에 묶음을 바꾼 점의 수 */
  changed: number
}

const MOST = 200

/** 두 점 사이 거리의 제곱. 식 (4.1) */
export function squaredDistance([x1, x2]: Point, [c1, c2]: Point): number {
  return (x1 - c1) ** 2 + (x2 - c2) ** 2
}

/** 점마다 가장 가까운 중심점의 번호. 식 (4.3) */
export function assign(points: readonly Point[], centers: readonly Point[]): number[] {
  return points.map((point) => {
    const distances = centers.map((center) => squaredDistance(point, center))
    return distances.indexOf(Math.min(...distances))
  })
}

/** 점에서 제 중심점까지 거리의 제곱의 합. 식 (4.2) */
export function inertia(
  points: readonly Point[],
  centers: readonly Point[],
  labels: readonly number[],
): number {
  return points.reduce(
    (sum, point, i) => sum + squaredDistance(point, centers[labels[i]!]!),
    0,
  )
}

/** 빈 묶음마다 제 중심점에서 가장 먼 점을 하나씩 데려온 번호 */
export function fillEmpty(
  points: readonly Point[],
  centers: readonly Point[],
  labels: readonly number[],
): number[] {
  const owners = [...labels]
  const size = (k: number) => owners.filter((owner) => owner === k).length
  centers.forEach((_, k) => {
    if (labels.includes(k)) return
    const far = points.map((point, i) => squaredDistance(point, centers[labels[i]!]!))
    const reach = far.map((d, i) => (size(owners[i]!) > 1 ? d : -1))
    owners[reach.indexOf(Math.max(...reach))] = k
  })
  return owners
}

/** 빈 묶음을 채우고, 중심점을 묶음의 평균으로. 식 (4.4) */
export function move(
  points: readonly Point[],
  centers: readonly Point[],
  labels: readonly number[],
): Point[] {
  const owners = fillEmpty(points, centers, labels)
  return centers.map((_, k) => {
    const mine = points.filter((_, i) => owners[i] === k)
    const mean = (axis: 0 | 1) =>
      mine.reduce((sum, p) => sum + p[axis], 0) / mine.length
    return [mean(0), mean(1)]
  })
}

/** 출발, 할당, 이동, 할당 …. 할당이나 중심점이 그대로면 거기서 끝난다 */
export function lloyd(points: readonly Point[], start: readonly Point[]): Frame[] {
  let centers = [...start]
  let old: number[] | null = null
  const frames: Frame[] = [{ centers, labels: null, inertia: null, changed: 0 }]
  while (frames.length < MOST) {
    const labels = assign(points, centers)
    const before: number[] | null = old
    const changed = before
      ? labels.filter((k, i) => k !== before[i]).length
      : points.length
    frames.push({ centers, labels, inertia: inertia(points, centers, labels), changed })
    if (changed === 0) break
    const owners = fillEmpty(points, centers, labels)
    const moved = move(points, centers, labels)
    if (`${moved}` === `${centers}`) break
    centers = moved
    frames.push({
      centers,
      labels: owners,
      inertia: inertia(points, centers, owners),
      changed: 0,
    })
    old = owners
  }
  return frames
}

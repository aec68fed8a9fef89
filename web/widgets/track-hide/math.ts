// lessons/cnn/tracking과 같은 추적기. tests/browser/widgets/test_track_hide.py가 같은
// 검출을 넣어 번호와 상자를 견준다.

export type Box = [number, number, number, number]
export type Matrix = number[][]
export type Pairs = [number, number][]

// 짝짓기: lessons/cnn/tracking/assignment.py

export function greedy(cost: Matrix): Pairs {
  const cells = cost.flatMap((row, i) => row.map((value, j) => ({ value, i, j })))
  cells.sort((a, b) => a.value - b.value || a.i - b.i || a.j - b.j)
  const [rows, columns] = [new Set<number>(), new Set<number>()]
  const pairs: Pairs = []
  for (const { value, i, j } of cells) {
    if (value === Infinity || rows.has(i) || columns.has(j)) continue
    pairs.push([i, j])
    rows.add(i)
    columns.add(j)
  }
  return pairs.sort((a, b) => a[0] - b[0])
}

export function hungarian(cost: Matrix): Pairs {
  const [m, n] = [cost.length, cost[0]?.length ?? 0]
  if (!m || !n) return []
  if (m > n) {
    const turned = cost[0]!.map((_, j) => cost.map((row) => row[j]!))
    return hungarian(turned)
      .map(([j, i]): [number, number] => [i, j])
      .sort((a, b) => a[0] - b[0])
  }
  const [u, v] = [Array(m).fill(0) as number[], Array(n).fill(0) as number[]]
  const columnOf = Array(m).fill(-1) as number[]
  const rowOf = Array(n).fill(-1) as number[]
  for (let row = 0; row < m; row++) {
    const path = shortestPath(cost, u, v, columnOf, rowOf, row)
    let j = path.end
    while (j >= 0) {
      const i = path.from[j]!
      rowOf[j] = i
      ;[columnOf[i], j] = [j, columnOf[i]!]
    }
  }
  return columnOf.map((j, i) => [i, j])
}

function shortestPath(
  cost: Matrix,
  u: number[],
  v: number[],
  columnOf: number[],
  rowOf: number[],
  row: number,
) {
  const left = v.map((_, j) => v.length - 1 - j)
  const far = v.map(() => Infinity)
  const from = v.map(() => -1)
  const [rows, columns]: [number[], number[]] = [[], []]
  let [i, low, end] = [row, 0, -1]
  while (i >= 0) {
    rows.push(i)
    for (const j of left) {
      const extra = low + cost[i]![j]! - u[i]! - v[j]!
      if (extra < far[j]!) {
        far[j] = extra
        from[j] = i
      }
    }
    low = Math.min(...left.map((j) => far[j]!))
    const near = left.map((_, at) => at).filter((at) => far[left[at]!] === low)
    const at = near.filter((one) => rowOf[left[one]!]! < 0).at(-1) ?? near[0]!
    end = left[at]!
    columns.push(end)
    left[at] = left.at(-1)!
    left.pop()
    i = rowOf[end]!
  }
  u[row]! += low
  for (const k of rows.slice(1)) u[k]! += low - far[columnOf[k]!]!
  for (const k of columns) v[k]! -= low - far[k]!
  return { from, end }
}

// 칼만 필터와 SORT의 상태: kalman.py, motion.py

const R = [1, 1, 10, 10]
const Q = [1, 1, 1, 1, 0.01, 0.01, 0.0001]
const P0 = [10, 10, 10, 10, 1e4, 1e4, 1e4]
const TINY = 1e-6
const GATE = 5.9915

const diagonal = (values: number[]): Matrix =>
  values.map((value, i) => values.map((_, j) => (i === j ? value : 0)))
const multiply = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)))
const turn = (a: Matrix): Matrix => a[0]!.map((_, j) => a.map((row) => row[j]!))
const add = (a: Matrix, b: Matrix): Matrix =>
  a.map((row, i) => row.map((x, j) => x + b[i]![j]!))

const F = diagonal(Array(7).fill(1)).map((row, i) =>
  row.map((x, j) => (j === i + 4 ? 1 : x)),
)

/** 가우스-요르단으로 a⁻¹b. 공분산이라 축을 바꾸지 않는다 */
function solve(a: Matrix, b: Matrix): Matrix {
  const rows = a.map((row, i) => [...row, ...b[i]!])
  for (let k = 0; k < rows.length; k++) {
    const lead = rows[k]![k]!
    rows[k] = rows[k]!.map((x) => x / lead)
    for (let i = 0; i < rows.length; i++) {
      if (i === k) continue
      const times = rows[i]![k]!
      rows[i] = rows[i]!.map((x, j) => x - times * rows[k]![j]!)
    }
  }
  return rows.map((row) => row.slice(a.length))
}

export function toMeasurement([x1, y1, x2, y2]: Box): number[] {
  const [w, h] = [Math.max(x2 - x1, TINY), Math.max(y2 - y1, TINY)]
  return [(x1 + x2) / 2, (y1 + y2) / 2, w * h, w / h]
}

export function toBox([cx, cy, s, r]: number[]): Box {
  const w = Math.sqrt(Math.max(s!, TINY ** 2) * Math.max(r!, TINY))
  const h = Math.max(s!, TINY ** 2) / w
  return [cx! - w / 2, cy! - h / 2, cx! + w / 2, cy! + h / 2]
}

export function iou(a: Box, b: Box): number {
  const w = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]))
  const h = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]))
  const area = (c: Box) => (c[2] - c[0]) * (c[3] - c[1])
  const union = area(a) + area(b) - w * h
  return union > 0 ? (w * h) / union : 0
}

// 추적기: sort.py, deepsort.py

export interface Options {
  maxAge: number
  minHits: number
  iou: number
  moving: boolean
  hungarian: boolean
  /** 겉모습을 쓸 때 가장 먼 코사인 거리. 쓰지 않으면 null */
  cosine: number | null
}

interface Track {
  id: number
  x: number[]
  P: Matrix
  feature: number[]
  hits: number
  age: number
}

export interface Shown {
  ids: number[]
  boxes: Box[]
}

export class Tracker {
  private tracks: Track[] = []
  private frame = 0
  private born = 0
  private readonly options: Options

  constructor(options: Options) {
    this.options = options
  }

  update(boxes: Box[], features: number[][]): Shown {
    this.frame++
    for (const track of this.tracks) this.predict(track)
    const pairs = this.associate(boxes, features)
    for (const [i, j] of pairs) this.follow(this.tracks[i]!, boxes[j]!, features[j]!)
    const taken = new Set(pairs.map(([, j]) => j))
    boxes.forEach((box, j) => {
      if (!taken.has(j)) this.begin(box, features[j]!)
    })
    return this.shown()
  }

  private predict(track: Track) {
    track.age++
    if (!this.options.moving) return
    if (track.x[2]! + track.x[6]! <= 0) track.x[6] = 0
    track.x = track.x.map((x, k) => (k < 3 ? x + track.x[k + 4]! : x))
    track.P = add(multiply(multiply(F, track.P), turn(F)), diagonal(Q))
  }

  private associate(boxes: Box[], features: number[][]): Pairs {
    const { iou: least, cosine } = this.options
    const stages: [Matrix, number][] = []
    if (cosine !== null) {
      const unlike = this.tracks.map((track) =>
        boxes.map((box, j) =>
          reachable(track, box) ? 1 - dot(track.feature, features[j]!) : Infinity,
        ),
      )
      stages.push([unlike, cosine])
    }
    const apart = this.tracks.map((track) =>
      boxes.map((box) => 1 - iou(toBox(track.x), box)),
    )
    stages.push([apart, 1 - least])
    const pairs: Pairs = []
    for (const [cost, limit] of stages) {
      const [rows, columns] = [
        new Set(pairs.map(([i]) => i)),
        new Set(pairs.map(([, j]) => j)),
      ]
      const allowed = (i: number, j: number) =>
        cost[i]![j]! <= limit && !rows.has(i) && !columns.has(j)
      const covered = cost.map((row, i) =>
        row.map((c, j) => (allowed(i, j) ? c : limit)),
      )
      const found = this.options.hungarian ? hungarian(covered) : greedy(covered)
      pairs.push(...found.filter(([i, j]) => allowed(i, j)))
    }
    return pairs
  }

  private follow(track: Track, box: Box, feature: number[]) {
    const z = toMeasurement(box)
    if (this.options.moving) blend(track, z)
    else track.x = [...z, 0, 0, 0]
    track.hits++
    track.age = 0
    if (this.options.cosine === null) return
    const mixed = track.feature.map((old, k) => 0.9 * old + 0.1 * feature[k]!)
    const length = Math.max(Math.sqrt(dot(mixed, mixed)), 1e-12)
    track.feature = mixed.map((x) => x / length)
  }

  private begin(box: Box, feature: number[]) {
    const x = [...toMeasurement(box), 0, 0, 0]
    this.tracks.push({ id: ++this.born, x, P: diagonal(P0), feature, hits: 1, age: 0 })
  }

  private shown(): Shown {
    const { minHits, maxAge } = this.options
    const sure = Math.min(minHits, this.frame)
    this.tracks = this.tracks.filter(
      ({ age, hits }) => age <= (hits >= minHits ? maxAge : 0),
    )
    const seen = this.tracks.filter(({ age, hits }) => age === 0 && hits >= sure)
    return { ids: seen.map(({ id }) => id), boxes: seen.map(({ x }) => toBox(x)) }
  }
}

const dot = (a: number[], b: number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0)

/** 식 (10.4)–(10.6). H는 앞의 넷을 뽑는다 */
function blend(track: Track, z: number[]) {
  const { x, P } = track
  const PHt = P.map((row) => row.slice(0, 4))
  const S = add(PHt.slice(0, 4), diagonal(R))
  const K = turn(solve(S, turn(PHt)))
  const y = z.map((value, k) => value - x[k]!)
  const keep = diagonal(Array(7).fill(1)).map((row, i) =>
    row.map((one, j) => (j < 4 ? one - K[i]![j]! : one)),
  )
  track.x = x.map((value, i) => value + dot(K[i]!, y))
  track.P = add(
    multiply(multiply(keep, P), turn(keep)),
    multiply(multiply(K, diagonal(R)), turn(K)),
  )
}

/** 중심이 칼만 필터의 문 안에 들었는가. 식 (10.7) */
function reachable({ x, P }: Track, box: Box): boolean {
  const z = toMeasurement(box)
  const y = [[z[0]! - x[0]!], [z[1]! - x[1]!]]
  const S = [
    [P[0]![0]! + R[0]!, P[0]![1]!],
    [P[1]![0]!, P[1]![1]! + R[1]!],
  ]
  return multiply(turn(y), solve(S, y))[0]![0]! <= GATE
}

// ID 전환: metrics.py의 clear_mot

export class Switches {
  count = 0
  private readonly last = new Map<number, number>()
  private recent = new Map<number, number>()

  /** 정답의 번호와 상자, 추적의 번호와 상자 */
  add(truth: Shown, shown: Shown) {
    if (!truth.ids.length || !shown.ids.length) return
    const score = truth.ids.map((one, i) =>
      shown.ids.map((id, j) => {
        const overlap = iou(truth.boxes[i]!, shown.boxes[j]!)
        return overlap < 0.5 - Number.EPSILON
          ? 0
          : (this.recent.get(one) === id ? 1000 : 0) + overlap
      }),
    )
    this.recent = new Map()
    for (const [i, j] of hungarian(score.map((row) => row.map((value) => -value)))) {
      if (score[i]![j]! <= Number.EPSILON) continue
      const [one, id] = [truth.ids[i]!, shown.ids[j]!]
      if ((this.last.get(one) ?? id) !== id) this.count++
      this.last.set(one, id)
      this.recent.set(one, id)
    }
  }
}

// 움직이는 도형

export interface Thing {
  shape: 0 | 1 | 2
  color: [number, number, number]
  side: number
  place: [number, number]
  speed: [number, number]
  /** 배운 신경망이 낸 겉모습 벡터 */
  look: number[]
}

export const WIDTH = 160
export const HEIGHT = 120

function bounce(at: number, low: number, high: number): number {
  const span = high - low
  const turned = (((at - low) % (2 * span)) + 2 * span) % (2 * span)
  return low + (turned > span ? 2 * span - turned : turned)
}

/** t번 프레임의 상자. 벽에 부딪히면 되돌아온다. */
export function boxAt({ side, place, speed }: Thing, t: number): Box {
  const half = side / 2
  const x = bounce(place[0] + speed[0] * t, half, WIDTH - half)
  const y = bounce(place[1] + speed[1] * t, half, HEIGHT - half)
  return [x - half, y - half, x + half, y + half]
}

/** 앞의 것(뒤에 적힌 것)에 60% 넘게 덮인 것은 검출되지 않는다. */
export function detected(boxes: Box[], hidden: Set<number>): number[] {
  const shown = boxes.map((_, k) => k).filter((k) => !hidden.has(k))
  return shown.filter((k) =>
    shown.every((front) => front <= k || covered(boxes[k]!, boxes[front]!) <= 0.6),
  )
}

function covered(back: Box, front: Box): number {
  const w = Math.max(0, Math.min(back[2], front[2]) - Math.max(back[0], front[0]))
  const h = Math.max(0, Math.min(back[3], front[3]) - Math.max(back[1], front[1]))
  return (w * h) / ((back[2] - back[0]) * (back[3] - back[1]))
}

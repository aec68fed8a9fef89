// 페이지와 일꾼이 주고받는 말

import type { Figure, Progress, PythonError } from "./python.ts"

/** assets/pyodide/run.json: 짓는 쪽(sitegen/pyodide.py)이 쓴다. */
export interface Guide {
  worker: string
  base: string
  lock: string
  lessons: string
  fonts: string
  python: Record<string, string>
  bytes: { numpy: number; plot: number }
}

export interface Job {
  id: number
  code: string
  name: string
  check: string | null
  draws: boolean
  deadline: number
}

export interface Done {
  error: PythonError | null
  refused: PythonError | null
  figures: Figure[]
}

export type ToWorker =
  | { type: "boot"; guide: Guide; folder: string }
  | { type: "run"; job: Job }

export type FromWorker =
  | { type: "booting" }
  | ({ type: "progress" } & Progress)
  | { type: "ready" }
  | { type: "start"; id: number }
  | { type: "output"; id: number; text: string }
  | { type: "done"; id: number; done: Done; late: boolean; milliseconds: number }
  | { type: "broken"; reason: Reason; detail: string }

/** 왜 쓸 수 없게 되었는가 */
export type Reason = "network" | "old" | "blocked" | "memory" | "crash"

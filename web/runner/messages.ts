// 페이지와 일꾼이 주고받는 말

/** assets/pyodide/run.json: 짓는 쪽(sitegen/faces/pyodide.py)이 쓴다. */
export interface Guide {
  worker: string
  base: string
  lock: string
  lessons: string
  fonts: string
  /** 쓸 때 받을 데이터. web/runner/book_files.py가 읽는 JSON */
  data: string
  python: Record<string, string>
  bytes: { numpy: number; plot: number }
}

export interface Grading {
  answer: string
  check: string
  /** 오류에 적을 파일 이름 */
  file: string
}

/** lessons/checking.py의 Verdict */
export interface Verdict {
  kind: "passed" | "unwritten" | "wrong" | "error" | "late" | "exited"
  message: string
  output: string
}

export interface Job {
  id: number
  code: string
  name: string
  /** 채점할 것. 있으면 code 대신 답을 채점한다 */
  grading: Grading | null
  draws: boolean
  deadline: number
}

export interface Progress {
  /** 지금까지 받은 바이트와 받을 바이트. 다 받고 준비하는 동안은 둘이 같다. */
  loaded: number
  total: number
}

export interface PythonError {
  /** 예: "ValueError" */
  type: string
  message: string
  /** 파이썬이 말하는 그대로. 읽는 이가 쓴 줄만 남긴다. */
  traceback: string
  /** 내다본 탈이면 무슨 일이고 무엇을 하면 되는지. 아니면 빈 글 */
  hint: string
}

export interface Figure {
  light: string
  dark: string
}

export interface Done {
  error: PythonError | null
  verdict: Verdict | null
  /** 그림을 그리다 시간이 다 되었는가 */
  cut: boolean
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
  | { type: "drawing"; id: number }
  | { type: "figure"; id: number; figure: Figure }
  | { type: "spent" }
  | { type: "waiting"; id: number; waiting: boolean }
  | { type: "done"; id: number; done: Done; late: boolean; milliseconds: number }
  | { type: "broken"; reason: Reason; detail: string }

/** 왜 쓸 수 없게 되었는가 */
export type Reason =
  | "network"
  | "old"
  | "blocked"
  | "memory"
  | "stack"
  | "exit"
  | "crash"

// 페이지의 파이썬. 방문 내내 일꾼 하나를 쓰고, 처음 부를 때에야 받는다.

import type {
  Figure,
  FromWorker,
  Grading,
  Guide,
  Job,
  Progress,
  PythonError,
  Reason,
  ToWorker,
  Verdict,
} from "./messages.ts"

export interface Options {
  /** 출력이 나오는 대로 */
  onOutput?(text: string): void
  /** 처음에, 또는 matplotlib이 처음 필요할 때 */
  onProgress?(progress: Progress): void
  /** 받고 준비하기가 끝나 코드가 돌기 시작할 때 */
  onStart?(): void
  /** 이만큼(초) 지나면 멈춘다 */
  deadline?: number
  /** 읽는 이가 멈출 때 */
  signal?: AbortSignal
  /** 오류가 말할 파일 이름 */
  name?: string
  /** 그림이 하나 그려질 때마다 */
  onFigure?(figure: Figure): void
  /** 있으면 code 대신 답을 채점한다 */
  grading?: Grading
}

export interface Result {
  stdout: string
  /** 코드가 낸 오류. 시간이 다 되어 멈췄으면 null이고 stopped가 있다. */
  error: PythonError | null
  /** 채점한 결과. 채점하지 않았거나 못했으면 null */
  verdict: Verdict | null
  figures: Figure[]
  /** "deadline": 시간이 다 됨, "drawing": 그림을 그리다가 다 됨, "reader": 읽는 이가 멈춤 */
  stopped: "deadline" | "drawing" | "reader" | null
  milliseconds: number
}

/** 파이썬을 쓸 수 없는 까닭. message는 읽는 이에게 그대로 보여도 되는 문장이다. */
export class Unavailable extends Error {}

const WHY: Record<Reason, string> = {
  network:
    "파이썬을 받다가 연결이 끊겼다. 인터넷을 확인하고 다시 누른다. 쓴 코드는 그대로 있다.",
  old: "이 브라우저는 오래되어 파이썬을 돌리지 못한다. 브라우저를 새것으로 바꾸면 된다.",
  blocked:
    "브라우저가 뒤에서 도는 일꾼(Web Worker)을 막아 파이썬을 돌리지 못했다. " +
    "이 사이트를 막는 확장 기능이나 설정이 있는지 보고 다시 누른다.",
  memory:
    "브라우저가 내준 메모리를 다 썼다. 배열을 줄이거나 다른 탭을 닫고 다시 누른다. " +
    "쓴 코드는 그대로 있다.",
  stack:
    "너무 깊이 겹친 것을 다루다 파이썬이 멈춰 새로 켰다. 재귀나 겹친 리스트의 깊이를 " +
    "줄이고 다시 누른다. 쓴 코드는 그대로 있다.",
  exit:
    "코드가 파이썬을 통째로 끝냈다(os._exit 따위). 그 줄을 지우고 다시 누른다. " +
    "쓴 코드는 그대로 있다.",
  crash: "파이썬이 갑자기 멈춰 새로 켰다. 쓴 코드는 그대로 있다. 다시 누른다.",
}

const DEADLINE = 20
const GRACE = 1500 // 밀리초. 시간이 다 되었는데도 이만큼 대답이 없으면 일꾼을 끝낸다
const TIDYING = 15_000 // 밀리초. 치우는 데 이만큼 걸리면 블록이 붙들고 있는 것이다
const GUIDE = new URL("../pyodide/run.json", import.meta.url)

interface Task {
  job: Job
  options: Options
  stdout: string
  figures: Figure[]
  drawing: boolean
  finish(result: Result): void
  fail(error: Error): void
  timer?: ReturnType<typeof setTimeout>
}

let worker: Worker | undefined
let hired: Promise<void> | undefined
let hires = 0
let answered = false
let count = 0
let current: Task | undefined
let tidying: ReturnType<typeof setTimeout> | undefined
const waiting: Task[] = []

/** 한 번에 하나씩, 부른 차례대로. 새 `__main__`에서 돌고 다음 것에 아무것도 남기지 않는다. */
export function run(code: string, options: Options = {}): Promise<Result> {
  return new Promise((finish, fail) => {
    const job: Job = {
      id: ++count,
      code,
      name: options.name ?? "내_코드.py",
      grading: options.grading ?? null,
      draws: /\b(matplotlib|plotting)\b/.test(code),
      deadline: options.deadline ?? DEADLINE,
    }
    const task: Task = {
      job,
      options,
      stdout: "",
      figures: [],
      drawing: false,
      finish,
      fail,
    }
    options.signal?.addEventListener("abort", () => stop(task), { once: true })
    waiting.push(task)
    if (!current) void next()
  })
}

async function next() {
  current = waiting.shift()
  const task = current
  if (!task) return
  if (task.options.signal?.aborted) return settle(task, stopped(task, "reader"))
  await begin(task)
}

async function begin(task: Task) {
  try {
    await hire()
  } catch (error) {
    return settle(task, error instanceof Unavailable ? error : unavailable("network"))
  }
  if (current === task) send({ type: "run", job: task.job })
}

/** 앞의 블록을 치우는 일이 끝나지 않으면 새 일꾼을 쓴다. */
function wait() {
  clearTimeout(tidying)
  tidying = setTimeout(replace, TIDYING)
}

/** 앞의 블록이 되돌릴 수 없는 것을 남겼다. 기다리던 것은 새 일꾼이 한다. */
function replace() {
  dismiss(!current)
  if (current) void begin(current)
}

const send = (message: ToWorker) => worker?.postMessage(message)
const unavailable = (reason: Reason) => new Unavailable(WHY[reason])

function hire(): Promise<void> {
  hired ??= employ(++hires)
  hired.catch(() => (hired = undefined))
  return hired
}

async function employ(turn: number) {
  if (typeof Worker === "undefined" || typeof DecompressionStream === "undefined")
    throw unavailable("old")
  // 새로 지은 사이트에 옛 안내로 묻지 않게 한다
  const answer = await fetch(GUIDE, { cache: "no-cache" })
  if (!answer.ok) throw unavailable("network")
  const guide: Guide = await answer.json()
  if (turn !== hires) throw unavailable("crash") // 기다리는 사이에 그만두었다
  let made: Worker
  try {
    made = new Worker(new URL(guide.worker, GUIDE), { type: "module" })
  } catch {
    throw unavailable("blocked")
  }
  worker = made
  answered = false
  made.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (made === worker) hear(data)
  }
  made.onerror = (event) => {
    event.preventDefault()
    if (made === worker) broken(answered ? "crash" : "blocked")
  }
  send({ type: "boot", guide, folder: GUIDE.href })
}

function hear(message: FromWorker) {
  answered = true
  if (message.type === "broken") return broken(message.reason)
  if (message.type === "ready") clearTimeout(tidying)
  if (message.type === "spent") return replace()
  const task = current
  if (!task) return
  if (message.type === "progress") task.options.onProgress?.(message)
  if (!("id" in message) || message.id !== task.job.id) return
  if (message.type === "start") {
    task.options.onStart?.()
    time(task)
  } else if (message.type === "waiting") {
    // 데이터를 받는 동안은 일꾼이 대답하지 못한다
    clearTimeout(task.timer)
    if (!message.waiting) time(task)
  } else if (message.type === "drawing") {
    task.drawing = true
  } else if (message.type === "figure") {
    task.figures.push(message.figure)
    task.options.onFigure?.(message.figure)
  } else if (message.type === "output") {
    task.stdout += message.text
    task.options.onOutput?.(message.text)
  } else if (message.type === "done") {
    const { done, late, milliseconds } = message
    const { error, verdict, cut } = done
    wait()
    if (cut) return settle(task, stopped(task, "drawing", milliseconds))
    if (late && (error || verdict?.kind === "exited"))
      return settle(task, stopped(task, "deadline", milliseconds))
    const { stdout, figures } = task
    settle(task, { stdout, error, verdict, figures, stopped: null, milliseconds })
  }
}

function time(task: Task) {
  task.timer = setTimeout(
    () => {
      dismiss(true)
      settle(task, stopped(task, task.drawing ? "drawing" : "deadline"))
    },
    task.job.deadline * 1000 + GRACE,
  )
}

function stopped(task: Task, why: Result["stopped"], milliseconds = 0): Result {
  const { stdout, figures } = task
  return { stdout, error: null, verdict: null, figures, stopped: why, milliseconds }
}

function settle(task: Task, result: Result | Error) {
  clearTimeout(task.timer)
  if (result instanceof Error) task.fail(result)
  else task.finish(result)
  if (current === task) void next()
}

function stop(task: Task) {
  const place = waiting.indexOf(task)
  if (place >= 0) waiting.splice(place, 1)
  else if (current !== task) return
  else dismiss(task.timer !== undefined)
  settle(task, stopped(task, "reader"))
}

function broken(reason: Reason) {
  dismiss(false)
  if (current) settle(current, unavailable(reason))
}

/** 일꾼을 끝낸다. again이면 다음을 위해 새 일꾼을 바로 켜 둔다. */
function dismiss(again: boolean) {
  clearTimeout(tidying)
  worker?.terminate()
  worker = hired = undefined
  hires++
  // 켜지 못하면 다음에 누를 때 다시 켜 보고 그때 까닭을 말한다
  if (again) hire().catch(() => {})
}

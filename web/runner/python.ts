// 페이지의 파이썬. 방문 내내 일꾼 하나를 쓰고, 처음 부를 때에야 받는다.

import type { FromWorker, Guide, Job, Reason, ToWorker } from "./messages.ts"

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
}

export interface Figure {
  light: string
  dark: string
}

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
  /** check.py의 글. 코드가 오류 없이 끝나면 그 이름공간으로 check(answer)를 부른다. */
  check?: string
}

export interface Result {
  stdout: string
  /** 코드가 낸 오류. 시간이 다 되어 멈췄으면 null이고 stopped가 있다. */
  error: PythonError | null
  /** check가 낸 오류. 통과했거나 check를 부르지 않았으면 null */
  refused: PythonError | null
  /** 코드도 check도 오류 없이 끝났는가 */
  passed: boolean
  figures: Figure[]
  /** "deadline": 시간이 다 됨, "reader": 읽는 이가 멈춤 */
  stopped: "deadline" | "reader" | null
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
  crash: "파이썬이 갑자기 멈춰 새로 켰다. 쓴 코드는 그대로 있다. 다시 누른다.",
}

const DEADLINE = 20
const GRACE = 1500 // 밀리초. 시간이 다 되었는데도 이만큼 대답이 없으면 일꾼을 끝낸다
const GUIDE = new URL("../pyodide/run.json", import.meta.url)

interface Task {
  job: Job
  options: Options
  stdout: string
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
const waiting: Task[] = []

/** 한 번에 하나씩, 부른 차례대로. 새 `__main__`에서 돌고 다음 것에 아무것도 남기지 않는다. */
export function run(code: string, options: Options = {}): Promise<Result> {
  return new Promise((finish, fail) => {
    const job: Job = {
      id: ++count,
      code,
      name: options.name ?? "내_코드.py",
      check: options.check ?? null,
      draws: /\b(matplotlib|plotting)\b/.test(code + (options.check ?? "")),
      deadline: options.deadline ?? DEADLINE,
    }
    const task: Task = { job, options, stdout: "", finish, fail }
    options.signal?.addEventListener("abort", () => stop(task), { once: true })
    waiting.push(task)
    if (!current) void next()
  })
}

async function next() {
  const task = (current = waiting.shift())
  if (!task) return
  if (task.options.signal?.aborted) return settle(task, stopped(task, "reader"))
  try {
    await hire()
  } catch (error) {
    return settle(task, error instanceof Unavailable ? error : unavailable("network"))
  }
  if (current === task) send({ type: "run", job: task.job })
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
  const task = current
  if (!task) return
  if (message.type === "progress") task.options.onProgress?.(message)
  if (!("id" in message) || message.id !== task.job.id) return
  if (message.type === "start") {
    task.options.onStart?.()
    task.timer = setTimeout(() => {
      dismiss(true)
      settle(task, stopped(task, "deadline"))
    }, task.job.deadline * 1000 + GRACE)
  } else if (message.type === "output") {
    task.stdout += message.text
    task.options.onOutput?.(message.text)
  } else if (message.type === "done") {
    const { done, late, milliseconds } = message
    const { error, refused, figures } = done
    const passed = !error && !refused
    if (late && !passed) return settle(task, stopped(task, "deadline", milliseconds))
    const { stdout } = task
    const rest = { error, refused, figures, passed, stopped: null, milliseconds }
    settle(task, { stdout, ...rest })
  }
}

function stopped(task: Task, why: Result["stopped"], milliseconds = 0): Result {
  const nothing = { error: null, refused: null, passed: false, figures: [] }
  return { stdout: task.stdout, ...nothing, stopped: why, milliseconds }
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
  worker?.terminate()
  worker = hired = undefined
  hires++
  // 켜지 못하면 다음에 누를 때 다시 켜 보고 그때 까닭을 말한다
  if (again) hire().catch(() => {})
}

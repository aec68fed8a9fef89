// 페이지의 파이썬이 사는 일꾼. 받고, 준비하고, 한 번에 한 블록을 돌린다.

import type {
  Done,
  FromWorker,
  Guide,
  Job,
  Reason,
  ToWorker,
} from "./runner/messages.ts"

const BOOK = "/book" // lessons와 그것을 돌리는 파이썬이 놓이는 곳
const AGAIN = 500 // 밀리초. 신호를 삼키는 코드에는 이만큼 뒤에 다시 보낸다
const TIDYING = 5 // 초. 치우는 데는 길어야 1초가 든다
const FLUSH = 40 // 밀리초. 쉬지 않고 찍는 코드가 페이지를 멈추지 못하게 모아 보낸다
const STACK = 192 * 1024 // 바이트. 300 * 1024에서 브라우저의 스택이 먼저 넘쳤다
const MOST = 200_000 // 글자. 이보다 긴 출력은 사람이 읽지 않는다
const AT_ONCE = 50 // 번. 여기까지는 모으지 않고 바로 보낸다

/** runner.py가 내놓는 함수 */
interface Runner {
  run(code: string, name: string, grading: string, draws: boolean): string
  remember(): void
  learn_to_draw(): void
  tidy(): boolean
  book_files: { learn(guide: string): void }
}

interface Loader {
  loadPyodide(options: object): Promise<Pyodide>
}

/** 여기서 쓰는 만큼의 Pyodide. 전부의 꼴은 Node와 Emscripten의 꼴까지 데려온다. */
interface Pyodide {
  _module: {
    _emscripten_stack_get_base(): number
    _PyThreadState_Get(): number
    _PyUnstable_ThreadState_SetStackProtection(
      thread: number,
      start: number,
      size: number,
    ): number
  }
  FS: { writeFile(path: string, text: string): void }
  globals: { get(name: "runner"): Runner }
  registerJsModule(name: string, module: object): void
  loadPackage(name: string, options: object): Promise<unknown>
  runPython(code: string): unknown
  setInterruptBuffer(buffer: Clock | undefined): void
  setStderr(options: { write(bytes: Uint8Array): number }): void
  setStdin(options: { stdin(): null }): void
  setStdout(options: { write(bytes: Uint8Array): number }): void
  unpackArchive(data: ArrayBuffer, format: string, options: object): void
}

let guide: Guide
let folder: string
let python: Pyodide
let draws = false
let running: { id: number; clock: Clock } | undefined
let work: Promise<void>

const say = (message: FromWorker) => postMessage(message)

class Broken extends Error {
  readonly reason: Reason

  constructor(reason: Reason, detail: unknown) {
    super(String(detail))
    this.reason = reason
  }
}

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === "boot") work = boot(data.guide, data.folder).catch(broken)
  else work = work.then(() => run(data.job)).catch(broken)
})

/** 파이썬이 죽으며 남긴 말과 까닭 */
const DEATHS: [RegExp, Reason][] = [
  [/out of memory|Cannot enlarge memory|Array buffer allocation/i, "memory"],
  [/Maximum call stack|too much recursion/i, "stack"],
  [/terminated with exit/i, "exit"],
]

function broken(error: unknown): Promise<never> {
  const text = String(error instanceof Error ? (error.stack ?? error) : error)
  const known = DEATHS.find(([words]) => words.test(text))?.[1] ?? "crash"
  const reason = error instanceof Broken ? error.reason : known
  say({ type: "broken", reason, detail: text })
  return new Promise(() => {}) // 다음 일을 기다리지 않는다. 페이지가 끝낸다
}

// ── 받기 ──────────────────────────────────────────────

let loaded = 0
let total = 0
let told = 0

function progress(bytes: number) {
  loaded += bytes
  const now = performance.now()
  if (now - told < 50 && loaded < total) return
  told = now
  say({ type: "progress", loaded: Math.min(loaded, total), total })
}

const plainFetch = globalThis.fetch.bind(globalThis)

/** 받으면서 세고, 짓는 쪽이 줄여 둔 것은 푼다. Pyodide도 이것으로 받는다. */
async function get(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input)
  const squeezed = /\/pyodide\.asm\.\w+$/.test(url)
  let answer: Response
  try {
    answer = await plainFetch(squeezed ? `${url}.gzip` : input, init)
  } catch (error) {
    throw new Broken("network", error)
  }
  if (!answer.ok || !answer.body) throw new Broken("network", `${answer.status} ${url}`)
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      progress(piece.byteLength)
      controller.enqueue(piece)
    },
  })
  let body: ReadableStream = answer.body.pipeThrough(count)
  if (squeezed) body = body.pipeThrough(new DecompressionStream("gzip"))
  const type = url.endsWith(".wasm") ? "application/wasm" : "text/javascript"
  return new Response(body, { headers: { "content-type": type } })
}

async function bytes(name: string): Promise<ArrayBuffer> {
  const answer = await get(new URL(name, folder))
  try {
    return await answer.arrayBuffer()
  } catch (error) {
    throw new Broken("network", error)
  }
}

async function boot(given: Guide, from: string) {
  guide = given
  folder = from
  total = guide.bytes.numpy
  say({ type: "booting" })
  if (typeof DecompressionStream === "undefined" || typeof WebAssembly !== "object")
    throw new Broken("old", "DecompressionStream, WebAssembly")
  let failed: (error: unknown) => void = () => {}
  const failure = new Promise<never>((_, reject) => (failed = reject))
  // Pyodide는 받지 못한 것을 조용히 넘기기도 하므로 여기서 알아챈다
  globalThis.fetch = (input, init) =>
    get(input, init).catch((error) => {
      failed(error)
      throw error
    })
  const base = new URL(guide.base, folder).href
  const lessons = bytes(guide.lessons)
  await Promise.race([failure, load(base, lessons)])
  for (const [name, text] of Object.entries(guide.python))
    python.FS.writeFile(`${BOOK}/${name}`, text)
  python.registerJsModule("book_page", { fetch: fetchNow, drawing, figure, over })
  python.runPython(`import sys; sys.path.insert(0, "${BOOK}"); import runner`)
  python.globals.get("runner").book_files.learn(guide.data)
  python.setStdin({ stdin: () => null })
  limitStack(python._module)
  loaded = total
  progress(0)
  python.globals.get("runner").remember()
  say({ type: "ready" })
}

async function load(base: string, lessons: Promise<ArrayBuffer>) {
  lessons.catch(() => {}) // 아래에서 기다릴 때 알린다
  const script = await (await fetch(`${base}pyodide.asm.mjs`)).blob()
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }))
  let loader: Loader
  let engine: { default: unknown }
  try {
    const place: string = `${base}pyodide.mjs`
    loader = await import(place)
    engine = await import(address)
  } catch (error) {
    throw new Broken("network", error)
  }
  python = await loader.loadPyodide({
    indexURL: base,
    lockFileContents: guide.lock,
    packageBaseUrl: base,
    packages: ["numpy"],
    createPyodideModule: engine.default,
    env: { HOME: "/home/pyodide", MPLBACKEND: "Agg" },
  })
  python.unpackArchive(await lessons, "zip", { extractDir: BOOK })
}

/** 브라우저의 스택이 먼저 넘치면 파이썬이 죽는다. 그 전에 RecursionError를 내게 한다. */
function limitStack(module: Pyodide["_module"]) {
  const start = module._emscripten_stack_get_base() - STACK
  const thread = module._PyThreadState_Get()
  module._PyUnstable_ThreadState_SetStackProtection(thread, start, STACK)
}

/** matplotlib과 그림의 한글. 그림을 그리는 블록이 처음 나올 때 받는다. */
async function learnToDraw() {
  loaded = 0
  total = guide.bytes.plot
  progress(0)
  const fonts = bytes(guide.fonts)
  fonts.catch(() => {})
  await python.loadPackage("matplotlib", { messageCallback: () => {} })
  python.unpackArchive(await fonts, "zip", { extractDir: BOOK })
  loaded = total
  progress(0)
  python.globals.get("runner").learn_to_draw()
  draws = true
}

/**
 * 도는 블록이 데이터를 달라고 하면 다 받을 때까지 파이썬을 세워 둔다. 그동안은 블록의
 * 시간으로 치지 않는다. 받지 못하면 undefined이고, 무엇을 하라고 할지는 파이썬이 정한다.
 */
function fetchNow(address: string): Uint8Array | undefined {
  const start = performance.now()
  if (running) say({ type: "waiting", id: running.id, waiting: true })
  try {
    const request = new XMLHttpRequest()
    request.open("GET", new URL(address, folder), false)
    request.responseType = "arraybuffer"
    request.send()
    return request.status === 200 ? new Uint8Array(request.response) : undefined
  } catch {
    return undefined
  } finally {
    if (running) say({ type: "waiting", id: running.id, waiting: false })
    running?.clock.add(performance.now() - start)
  }
}

// ── 돌리기 ────────────────────────────────────────────

async function run(job: Job) {
  if (job.draws && !draws) await learnToDraw()
  const output = new Output(job.id)
  python.setStdout({ write: (text) => output.write(text) })
  python.setStderr({ write: (text) => output.write(text) })
  const clock = new Clock(job.deadline, () => output.tick())
  running = { id: job.id, clock }
  say({ type: "start", id: job.id })
  const start = performance.now()
  python.setInterruptBuffer(clock)
  let done: Done
  try {
    const run = python.globals.get("runner").run
    const grading = job.grading ? JSON.stringify(job.grading) : ""
    done = JSON.parse(run(job.code, job.name, grading, job.draws))
  } catch (thrown) {
    if (!clock.rang) throw thrown
    // 오류를 적다가 또 시간이 다 됐다
    const error = { type: "KeyboardInterrupt", message: "", traceback: "", hint: "" }
    done = { error, verdict: null, cut: false }
  } finally {
    output.flush()
  }
  running = undefined // 죽은 파이썬은 치우지 않는다
  const milliseconds = performance.now() - start
  say({ type: "done", id: job.id, done, late: clock.rang, milliseconds })
  if (tidy()) return say({ type: "ready" })
  say({ type: "spent" })
  return new Promise<void>(() => {}) // 다음 일은 새 일꾼이 한다
}

/**
 * 처음의 모습으로 치웠는가. 치우다 죽더라도 앞의 대답은 이미 갔다. 블록이 만든 것이
 * 놓일 때 끝없이 돌면(`__del__`) 신호를 주어 그것만 끊는다.
 */
function tidy(): boolean {
  try {
    python.setInterruptBuffer(new Clock(TIDYING, () => {}))
    const same = python.globals.get("runner").tidy()
    python.setInterruptBuffer(undefined)
    return same
  } catch {
    return false // 죽은 파이썬에는 아무것도 부르지 않는다
  }
}

function drawing() {
  if (running) say({ type: "drawing", id: running.id })
}

/** 블록이 끝났다. 치우는 동안에는 시간이 다 되어도 끊지 않는다. */
function over() {
  running?.clock.add(Number.POSITIVE_INFINITY)
}

function figure(light: string, dark: string) {
  if (running) say({ type: "figure", id: running.id, figure: { light, dark } })
}

/**
 * 파이썬은 몇십 바이트코드마다 이 "버퍼"의 첫 칸에 신호가 왔는지 본다. 그때 시계를 보고
 * 시간이 다 되었으면 Ctrl+C와 같은 신호를 준다. 파이썬 코드는 조금도 느려지지 않는다.
 */
class Clock {
  rang = false
  private next: number
  private readonly tick: () => void

  constructor(seconds: number, tick: () => void) {
    this.tick = tick
    this.next = performance.now() + seconds * 1000
  }

  /** 기다린 만큼 미룬다. */
  add(milliseconds: number) {
    this.next += milliseconds
  }

  get 0(): number {
    this.tick()
    const now = performance.now()
    if (now < this.next) return 0
    this.next = now + AGAIN
    this.rang = true
    return 2
  }

  set 0(_: number) {}
}

class Output {
  private text = ""
  private sent = performance.now()
  private count = 0
  private times = 0
  private readonly decoder = new TextDecoder()
  private readonly id: number

  constructor(id: number) {
    this.id = id
  }

  write(bytes: Uint8Array): number {
    const left = MOST - this.count
    // 남은 자리보다 긴 것은 풀지도 않는다. 한 글자는 길어야 네 바이트다
    if (left > 0)
      this.add(this.decoder.decode(bytes.subarray(0, 4 * left), { stream: true }), left)
    return bytes.length
  }

  private add(text: string, left: number) {
    this.count += text.length
    this.text += text.slice(0, left)
    if (this.count >= MOST) this.text += "\n… 출력이 너무 길어 여기까지만 보인다.\n"
    if (this.times++ < AT_ONCE) this.flush()
    else this.tick()
  }

  /** 많이 찍어 모으던 출력도 제때 보인다. */
  tick() {
    if (performance.now() - this.sent > FLUSH) this.flush()
  }

  flush() {
    if (this.text) say({ type: "output", id: this.id, text: this.text })
    this.text = ""
    this.sent = performance.now()
  }
}

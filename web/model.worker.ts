// onnxruntime-web을 화면과 따로 돌린다. WASM을 여는 데 0.3초쯤 걸리는데, 그동안에도
// 획이 끊기지 않게 한다.

import type * as Ort from "onnxruntime-web/wasm"
import type { Answer, File, FromWorker, Inputs, Reason, ToWorker } from "./kit/model.ts"

type Runtime = typeof Ort

class Refused extends Error {
  readonly reason: Reason
  readonly runtime: boolean

  constructor(reason: Reason, runtime: boolean, detail = "") {
    super(detail)
    this.reason = reason
    this.runtime = runtime
  }
}

const say = (message: FromWorker, transfer: Transferable[] = []) =>
  postMessage(message, { transfer })
const sessions = new Map<string, Ort.InferenceSession>()
let loading: Promise<Runtime> | undefined
let queue: Promise<unknown> = Promise.resolve() // 세션은 한 번에 하나씩 돈다

addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  const { id } = data
  try {
    if (data.kind === "open") {
      await open(data)
      say({ kind: "opened", id })
    } else {
      const turn = queue.then(() => run(data.model, data.inputs))
      queue = turn.catch(() => {})
      const answer = await turn
      const buffers = Object.values(answer.outputs).map(
        ({ buffer }) => buffer as ArrayBuffer,
      )
      say({ kind: "answer", id, answer }, buffers)
    }
  } catch (error) {
    const known =
      error instanceof Refused ? error : new Refused("failed", false, `${error}`)
    const { reason, runtime, message: detail } = known
    say({ kind: "refused", id, reason, runtime, detail })
  }
})

async function open({ id, model, runtime, wasm, again }: ToWorker & { kind: "open" }) {
  loading ??= start(runtime, wasm, again)
  const count = (received: number) => say({ kind: "progress", id, received })
  const [ort, bytes] = await Promise.all([loading, receive(model, count, again, false)])
  try {
    const session = await ort.InferenceSession.create(bytes)
    await session.run(blanks(ort, session)) // 첫 계산만 느리다. 미리 치른다
    sessions.set(model.url, session)
  } catch {
    throw new Refused("unable", true)
  }
}

async function start(runtime: File, wasm: File, again: boolean): Promise<Runtime> {
  if (!("DecompressionStream" in self && "WebAssembly" in self))
    throw new Refused("unable", true)
  let module = 0
  let binary = 0
  const count = () =>
    say({ kind: "progress", id: "runtime", received: module + binary })
  const grow = (bytes: number) => {
    binary = bytes
    count()
  }
  const received = receive(wasm, grow, again, true)
  const imported = import(runtime.url).then(
    (ort: Runtime) => {
      module = runtime.size
      count()
      return ort
    },
    () => {
      throw new Refused(navigator.onLine ? "lost" : "offline", true)
    },
  )
  const [ort, small] = await Promise.all([imported, received])
  const unpacked = new Blob([small])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"))
  ort.env.wasm.numThreads = 1
  ort.env.wasm.wasmBinary = await new Response(unpacked).arrayBuffer()
  return ort
}

/** 다 받아 크기와 지문이 맞으면 준다. */
async function receive(
  { url, size, sha256 }: File,
  count: (received: number) => void,
  again: boolean,
  runtime: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const refuse = (reason: Reason) => new Refused(reason, runtime)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let received = 0
  try {
    const response = await fetch(url, { cache: again ? "reload" : "default" })
    if (response.status === 404) throw refuse("missing")
    if (!response.ok || !response.body) throw refuse("lost")
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read()
      if (done) break
      parts.push(value)
      received += value.byteLength
      count(received)
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw refuse(navigator.onLine ? "lost" : "offline")
  }
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  if (received !== size || (await fingerprint(bytes, sha256)) !== sha256)
    throw refuse("broken")
  return bytes
}

/** 지문은 안전한 주소에서만 셀 수 있다. 아니면 크기만 본다. */
async function fingerprint(
  bytes: Uint8Array<ArrayBuffer>,
  otherwise: string,
): Promise<string> {
  if (!self.crypto?.subtle) return otherwise
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

async function run(url: string, given: Inputs): Promise<Answer> {
  const ort = await loading!
  const session = sessions.get(url)!
  const inputs = Object.fromEntries(
    described(session).map(({ name, type, shape }) => {
      const data = given[name]
      if (!data) throw new Refused("failed", false, `빠진 입력: ${name}`)
      const dims = fill(name, shape, data.length)
      return [name, new ort.Tensor(type as "float32", data as Float32Array, dims)]
    }),
  )
  const started = performance.now()
  const results = await session.run(inputs)
  const answer: Answer = { outputs: {}, shapes: {}, time: performance.now() - started }
  for (const [name, tensor] of Object.entries(results)) {
    answer.outputs[name] = tensor.data as Float32Array
    answer.shapes[name] = tensor.dims
  }
  return answer
}

function described(session: Ort.InferenceSession) {
  return session.inputMetadata.filter((input) => input.isTensor)
}

/** 길이가 정해지지 않은 축 하나의 길이는 데이터의 수에서 나온다. */
function fill(
  name: string,
  shape: readonly (number | string)[],
  length: number,
): number[] {
  const known = shape.reduce<number>((n, d) => (typeof d === "number" ? n * d : n), 1)
  const open = shape.filter((d) => typeof d === "string").length
  const free = length / known
  const fits =
    open === 1 ? Number.isInteger(free) && free > 0 : open === 0 && free === 1
  if (fits) return shape.map((d) => (typeof d === "number" ? d : free))
  throw new Refused(
    "failed",
    false,
    `입력 ${name}의 모양은 [${shape}]인데 ${length}개가 왔다`,
  )
}

const BLANK = {
  float32: Float32Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
}

function blanks(ort: Runtime, session: Ort.InferenceSession) {
  return Object.fromEntries(
    described(session).map(({ name, type, shape }) => {
      const dims = shape.map((d) => (typeof d === "number" ? d : 1))
      const size = dims.reduce((a, b) => a * b, 1)
      const data = new BLANK[type as keyof typeof BLANK](size)
      return [name, new ort.Tensor(type as "float32", data as Float32Array, dims)]
    }),
  )
}

// 페이지 안에서 답하는 모델. 처음 쓸 때 실행기와 함께 받고, 한 페이지의 모든 모델이 일꾼 하나를
// 나누어 쓴다. 한 번 받으면 페이지를 옮겨도 남는다.
//
//   const model = await useModel("cnn/lenet_fashion", { onProgress })
//   const { outputs } = await model.run({ pixels })
//
// 요소에 data-models="cnn/lenet_fashion"이 있어야 한다. 주소는 지을 때 그 곁에 적힌다.

export interface File {
  url: string
  size: number
  sha256: string
}

/** 모델의 파일과 그것을 설명하는 것 */
export interface Described extends File {
  title?: string
  /** 클래스의 이름 */
  labels?: readonly string[]
  /** 골라 볼 그림을 늘어놓은 PNG의 주소. 열이 클래스다 */
  samples?: string
}

/** sitegen/faces/models/place.py가 적은 것 */
interface Addresses {
  worker: string
  runtime: File
  wasm: File
  models: Record<string, Described>
}

export type Data = Float32Array | Int32Array | BigInt64Array | Uint8Array
export type Inputs = Record<string, Data>

export interface Answer {
  outputs: Record<string, Float32Array>
  /** 출력마다의 모양. 맨 앞은 배치 */
  shapes: Record<string, readonly number[]>
  /** 계산에 걸린 밀리초 */
  time: number
}

export interface Model {
  run(inputs: Inputs): Promise<Answer>
}

/** 왜 못 했는가. 글은 explain이 정한다 */
export type Reason = "offline" | "lost" | "missing" | "broken" | "unable" | "failed"

export type ToWorker =
  | { kind: "open"; id: number; model: File; runtime: File; wasm: File; again: boolean }
  | { kind: "run"; id: number; model: string; inputs: Inputs }

export type FromWorker =
  | { kind: "progress"; id: number | "runtime"; received: number }
  | { kind: "opened"; id: number }
  | { kind: "answer"; id: number; answer: Answer }
  | { kind: "refused"; id: number; reason: Reason; detail: string; runtime: boolean }

const EXPLAINED: Record<Reason, string> = {
  offline: "인터넷에 연결되어 있지 않아 모델을 받지 못했다. 연결한 뒤 다시 받는다.",
  lost: "모델을 받지 못했다. 연결을 확인하고 다시 받는다.",
  missing:
    "모델이 서버에 없어 받지 못했다. 그사이 책이 새로 나왔을 수 있으니 페이지를 새로 고친다.",
  broken: "받은 모델이 온전하지 않아 쓰지 않았다. 다시 받는다.",
  unable: "이 브라우저에서 모델을 돌리지 못했다. 다시 받거나 새 브라우저에서 연다.",
  failed: "모델이 이 입력에 답하지 못했다.",
}

export class ModelError extends Error {
  readonly reason: Reason

  constructor(reason: Reason, detail = "") {
    super(EXPLAINED[reason] + (detail && ` (${detail})`))
    this.reason = reason
  }
}

interface Options {
  /** 받은 바이트와 받을 바이트 */
  onProgress?(received: number, total: number): void
}

interface Waiting {
  resolve(value: never): void
  reject(error: Error): void
  progress?(id: number | "runtime", received: number): void
}

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, Waiting>()
const opened = new Map<string, Promise<Model>>()
const failed = new Set<string>() // 다시 받을 때는 간직한 것을 믿지 않는다

/** 모델을 얻는다. 이미 받았으면 그것을, 받지 못했으면 ModelError를 준다. */
export function useModel(name: string, { onProgress }: Options = {}): Promise<Model> {
  const files = addresses(name)
  const url = files.models[name]!.url
  const model = opened.get(url) ?? open(name, files, onProgress)
  opened.set(url, model)
  model.catch(() => opened.get(url) === model && opened.delete(url))
  return model
}

/** 모델을 받지 않고 그것에 대해 아는 것, 그리고 처음 쓸 때 받을 바이트 */
export function describeModel(name: string): Described & { total: number } {
  const { runtime, wasm, models } = addresses(name)
  const model = models[name]!
  return { ...model, total: runtime.size + wasm.size + model.size }
}

function addresses(name: string): Addresses {
  for (const { dataset } of document.querySelectorAll<HTMLElement>(
    "[data-addresses]",
  )) {
    const found = JSON.parse(dataset.addresses!) as Addresses
    if (!Object.hasOwn(found.models, name)) continue
    const full = (url: string) => new URL(url, document.baseURI).href
    const file = <F extends File>(one: F) => ({ ...one, url: full(one.url) })
    const { samples, ...model } = found.models[name]!
    return {
      worker: full(found.worker),
      runtime: file(found.runtime),
      wasm: file(found.wasm),
      models: {
        [name]: { ...file(model), ...(samples && { samples: full(samples) }) },
      },
    }
  }
  throw new Error(`이 페이지에 모델 ${name}의 주소가 없다. data-models에 적는다.`)
}

async function open(name: string, files: Addresses, told: Options["onProgress"]) {
  const { runtime, wasm } = files
  const model = files.models[name]!
  const received = new Map<number | "runtime", number>()
  const total = model.size + (worker ? 0 : runtime.size + wasm.size)
  const progress: Waiting["progress"] = (id, bytes) => {
    if (id === "runtime" && total === model.size) return
    received.set(id, bytes)
    told?.(
      Math.min(
        total,
        [...received.values()].reduce((a, b) => a + b),
      ),
      total,
    )
  }
  worker ??= hire(files.worker)
  const again = failed.delete(model.url)
  try {
    await ask({ kind: "open", model, runtime, wasm, again }, progress)
  } catch (error) {
    failed.add(model.url)
    throw error
  }
  const mine = worker
  const run = async (inputs: Inputs): Promise<Answer> =>
    worker === mine
      ? ask<Answer>({ kind: "run", model: model.url, inputs })
      : (await useModel(name)).run(inputs) // 다른 모델이 일꾼을 잃었다
  return { run }
}

type Unnumbered<T> = T extends unknown ? Omit<T, "id"> : never

function ask<T>(
  message: Unnumbered<ToWorker>,
  progress?: Waiting["progress"],
): Promise<T> {
  return new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject, progress })
    if (worker) worker.postMessage({ ...message, id: last })
    else answer(last, (w) => w.reject(new ModelError("lost")))
  })
}

function answer(id: number, tell: (waiting: Waiting) => void) {
  const one = waiting.get(id)
  if (!one) return
  waiting.delete(id)
  tell(one)
}

function hire(url: string): Worker {
  const hired = new Worker(url)
  hired.onerror = () => dismiss(new ModelError(navigator.onLine ? "lost" : "offline"))
  hired.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === "progress") tellProgress(data.id, data.received)
    else if (data.kind === "opened")
      answer(data.id, (w) => w.resolve(undefined as never))
    else if (data.kind === "answer")
      answer(data.id, (w) => w.resolve(data.answer as never))
    else if (data.runtime) dismiss(new ModelError(data.reason, data.detail))
    else answer(data.id, (w) => w.reject(new ModelError(data.reason, data.detail)))
  }
  return hired
}

function tellProgress(id: number | "runtime", received: number) {
  if (id === "runtime") for (const one of waiting.values()) one.progress?.(id, received)
  else waiting.get(id)?.progress?.(id, received)
}

/** 실행기를 켜지 못한 일꾼은 고쳐 쓸 수 없다. 다음에 새로 부른다. */
function dismiss(error: ModelError) {
  worker?.terminate()
  worker = undefined
  opened.clear()
  for (const id of [...waiting.keys()]) answer(id, (w) => w.reject(error))
}

// 모델을 돌리는 일꾼을 부린다. 한 번 받으면 페이지를 옮겨도 남는다.

export interface Files {
  worker: string
  model: string
  runtime: string
  wasm: string
  size: number
}

export interface Answer {
  probabilities: Float32Array
  maps1: Float32Array
  maps2: Float32Array
  /** 계산에 걸린 밀리초 */
  time: number
}

export type Predict = (pixels: readonly number[]) => Promise<Answer>

export type ToWorker = { files: Files } | { pixels: readonly number[] }

export type FromWorker =
  | { kind: "progress"; part: number }
  | { kind: "ready" }
  | { kind: "answer"; answer: Answer }
  | { kind: "failed"; lost: boolean }

/** 받지 못했다. 그 밖의 오류는 이 브라우저가 돌리지 못한 것이다. */
export class NotReceived extends Error {}

let loading: Promise<Predict> | undefined

export function load(files: Files, progress: (part: number) => void): Promise<Predict> {
  loading ??= start(files, progress)
  return loading
}

function start(files: Files, progress: (part: number) => void): Promise<Predict> {
  const worker = new Worker(files.worker)
  const ask = (message: ToWorker) => worker.postMessage(message)
  return new Promise((ready, refused) => {
    // 답은 물은 차례로 온다
    const waiting: { answered(answer: Answer): void; refused(error: Error): void }[] = []
    const fail = (error: Error) => {
      worker.terminate()
      loading = undefined
      refused(error)
      for (const question of waiting) question.refused(error)
    }
    const predict: Predict = (pixels) =>
      new Promise((answered, refused) => {
        waiting.push({ answered, refused })
        ask({ pixels })
      })
    worker.onerror = () => fail(new NotReceived(files.worker))
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "progress") progress(data.part)
      else if (data.kind === "ready") ready(predict)
      else if (data.kind === "answer") waiting.shift()?.answered(data.answer)
      else fail(data.lost ? new NotReceived() : new Error("모델을 돌리지 못했다"))
    }
    ask({ files })
  })
}

// onnxruntime-web을 화면과 따로 돌린다. WASM을 여는 데 0.3초쯤 걸리는데, 그동안에도
// 획이 끊기지 않게 한다.

import type * as Ort from "onnxruntime-web/wasm"
import type { Answer, Files, FromWorker, ToWorker } from "./digit/engine.ts"

const say = (message: FromWorker) => postMessage(message)

let predict: ((pixels: readonly number[]) => Promise<Answer>) | undefined

addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  try {
    if ("files" in data) await start(data.files)
    else if (predict) say({ kind: "answer", answer: await predict(data.pixels) })
  } catch {
    say({ kind: "failed", lost: false })
  }
})

async function start(files: Files) {
  let received = 0
  const count = (bytes: number) =>
    say({ kind: "progress", part: Math.min(1, (received += bytes) / files.size) })
  let parts: [typeof Ort, ArrayBuffer, ArrayBuffer]
  try {
    parts = await Promise.all([
      import(files.runtime),
      receive(files.wasm, count, new DecompressionStream("gzip")),
      receive(files.model, count),
    ])
  } catch (error) {
    if (error instanceof ReferenceError) throw error // 풀 줄 모르는 옛 브라우저
    return say({ kind: "failed", lost: true })
  }
  const [ort, wasm, model] = parts
  ort.env.wasm.numThreads = 1
  ort.env.wasm.wasmBinary = wasm
  const session = await ort.InferenceSession.create(new Uint8Array(model))
  predict = predictor(ort, session)
  await predict(new Array<number>(64).fill(0)) // 첫 계산만 느리다. 미리 치른다
  say({ kind: "ready" })
}

async function receive(
  url: string,
  count: (bytes: number) => void,
  unpack?: DecompressionStream,
): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok || !response.body) throw new Error(`${response.status} ${url}`)
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        count(chunk.byteLength)
        controller.enqueue(chunk)
      },
    }),
  )
  return new Response(unpack ? counted.pipeThrough(unpack) : counted).arrayBuffer()
}

function predictor(ort: typeof Ort, session: Ort.InferenceSession) {
  return async (pixels: readonly number[]): Promise<Answer> => {
    const input = new ort.Tensor("float32", Float32Array.from(pixels), [1, 1, 8, 8])
    const started = performance.now()
    const output = await session.run({ pixels: input })
    const time = performance.now() - started
    const data = (name: string) => output[name]!.data as Float32Array
    return {
      probabilities: data("probabilities"),
      maps1: data("maps1"),
      maps2: data("maps2"),
      time,
    }
  }
}

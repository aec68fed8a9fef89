// 첫 쪽의 손글씨 칸. 획을 긋거나 손글씨를 고르면 그때 모델을 받아 답한다.

import { type Answer, load, NotReceived, type Predict } from "../digit/engine.ts"
import { type Point, rasterize } from "../digit/raster.ts"
import { drawSheet, toCanvas } from "../digit/sheet.ts"

const CLOSE = 0.012 // 이보다 가까운 점은 계산만 늘린다
const PEN = 0.08

const address = (path = "") => new URL(path, document.baseURI).href
const percent = (p: number) => `${(100 * p).toFixed(1)}%`
const frame = () => new Promise(requestAnimationFrame)

export function mount(root: HTMLElement) {
  const find = <E extends HTMLElement>(selector: string) =>
    root.querySelector<E>(selector)!
  const canvas = find<HTMLCanvasElement>(".digit__canvas")
  const pen = canvas.getContext("2d")!
  const status = find(".digit__status")
  const bar = find<HTMLProgressElement>(".digit__progress")
  const retry = find<HTMLButtonElement>(".digit__retry")
  const rows = [...root.querySelectorAll<HTMLElement>(".digit__bars > li")]
  const [sample, pixelSheet, sheet1, sheet2] = [
    ".digit__sample",
    "[data-maps=pixels]",
    "[data-maps=maps1]",
    "[data-maps=maps2]",
  ].map((selector) => toCanvas(find(selector))) as [
    HTMLCanvasElement,
    HTMLCanvasElement,
    HTMLCanvasElement,
    HTMLCanvasElement,
  ]
  const files = {
    worker: address(root.dataset.worker),
    model: address(root.dataset.model),
    runtime: address(root.dataset.runtime),
    wasm: address(root.dataset.wasm),
    size: Number(root.dataset.size),
  }

  let strokes: Point[][] = []
  let chosen: number[] | undefined
  let drawing = false
  let predict: Predict | undefined
  let stale = false
  let running = false

  function wipe() {
    strokes = []
    chosen = undefined
    pen.clearRect(0, 0, canvas.width, canvas.height)
    sample.hidden = true
    root.classList.add("digit--blank")
  }

  function pointAt(event: PointerEvent): Point {
    const box = canvas.getBoundingClientRect()
    return [
      (event.clientX - box.left) / box.width,
      (event.clientY - box.top) / box.height,
    ]
  }

  function extend(stroke: Point[], point: Point) {
    const last = stroke.at(-1)
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < CLOSE) return
    stroke.push(point)
    const [from, to] = [last ?? point, point]
    pen.lineWidth = PEN * canvas.width
    pen.lineCap = "round"
    pen.beginPath()
    pen.moveTo(from[0] * canvas.width, from[1] * canvas.height)
    pen.lineTo(to[0] * canvas.width, to[1] * canvas.height)
    pen.stroke()
  }

  canvas.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    if (!strokes.length) wipe()
    drawing = true
    strokes.push([])
    extend(strokes.at(-1)!, pointAt(event))
    root.classList.remove("digit--blank")
    root.classList.add("digit--written")
    void ask()
  })
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing || !event.isPrimary) return
    const between = event.getCoalescedEvents()
    for (const moved of between.length ? between : [event]) {
      extend(strokes.at(-1)!, pointAt(moved))
    }
    void ask()
  })
  for (const end of ["pointerup", "pointercancel"] as const) {
    canvas.addEventListener(end, (event) => {
      if (!drawing || !event.isPrimary) return
      drawing = false
      void ask()
    })
  }

  find(".digit__clear").addEventListener("click", () => {
    wipe()
    root.classList.remove("digit--written")
    if (predict) status.textContent = "지웠다. 새로 쓰거나 손글씨를 고른다."
  })

  for (const button of root.querySelectorAll<HTMLElement>("[data-pixels]")) {
    const written = button.dataset.pixels!.split(" ")
    let turn = 0
    button.addEventListener("click", () => {
      wipe()
      chosen = [...written[turn++ % written.length]!].map((p) => parseInt(p, 17))
      drawSheet(sample, chosen)
      sample.hidden = false
      root.classList.remove("digit--blank")
      root.classList.add("digit--written")
      void ask()
    })
  }
  retry.addEventListener("click", () => void ask())

  async function ask() {
    stale = true
    if (running) return
    running = true
    try {
      predict ??= await receive()
      while (stale) {
        await frame()
        stale = false
        const pixels = chosen ?? (strokes.length ? rasterize(strokes) : undefined)
        if (pixels) show(pixels, await predict(pixels))
      }
    } catch (error) {
      predict = undefined
      retry.hidden = false
      status.textContent =
        error instanceof NotReceived
          ? "받지 못했다. 연결을 확인하고 다시 받는다. 쓴 숫자는 그대로 있다."
          : "이 브라우저에서 모델을 돌리지 못했다. 다시 받거나 새 브라우저에서 연다."
    } finally {
      running = false
    }
  }

  async function receive(): Promise<Predict> {
    retry.hidden = true
    bar.hidden = false
    bar.value = 0
    status.textContent = "모델과 실행기를 받는 중이다. 쓰던 것은 계속 쓴다."
    try {
      return await load(files, (part) => (bar.value = part))
    } finally {
      bar.hidden = true
      status.textContent = "준비되었다."
    }
  }

  function show(pixels: number[], answer: Answer) {
    const { probabilities, time } = answer
    const best = probabilities.indexOf(Math.max(...probabilities))
    drawSheet(pixelSheet, pixels)
    drawSheet(sheet1, answer.maps1)
    drawSheet(sheet2, answer.maps2)
    rows.forEach((row, digit) => {
      const p = probabilities[digit]!
      row.classList.toggle("digit__top", digit === best)
      row.style.setProperty("--p", `${p}`)
      row.lastElementChild!.textContent = percent(p)
    })
    find(".digit__best").textContent = `${best}`
    find(".digit__sure").textContent = percent(probabilities[best]!)
    root.dataset.time = `${time}`
    // 긋는 동안 답이 바뀔 때마다 소리 내어 읽지는 않는다
    if (drawing) return
    const sure = percent(probabilities[best]!)
    status.textContent = `읽은 숫자는 ${best}, 확률은 ${sure}. 계산에 ${time.toFixed(1)}\u00a0ms가 걸렸다.`
  }
}

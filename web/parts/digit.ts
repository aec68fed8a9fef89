// 첫 쪽의 손글씨 칸. 획을 긋거나 손글씨를 고르면 그때 모델을 받아 답한다.

import { type Point, rasterize } from "../digit/raster.ts"
import { Asking } from "../kit/asking.ts"
import type { Answer, Inputs } from "../kit/model.ts"
import { percent } from "../kit/number.ts"
import { drawSheet, toCanvas } from "../kit/sheet.ts"

const CLOSE = 0.012 // 이보다 가까운 점은 계산만 늘린다
const PEN = 0.08

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
  const asking = new Asking({
    model: () => root.dataset.models!,
    question() {
      const pixels = chosen ?? (strokes.length ? rasterize(strokes) : undefined)
      return pixels && { pixels: Float32Array.from(pixels) }
    },
    show,
    say: (text) => (status.textContent = text),
    progress(part) {
      bar.hidden = part === null
      bar.value = part ?? 0
    },
    retry: (offered) => (retry.hidden = !offered),
    meanwhile: "쓰던 것은 계속 쓴다.",
    kept: "쓴 숫자는 그대로 있다.",
  })
  const ask = () => void asking.ask()

  let strokes: Point[][] = []
  let chosen: number[] | undefined
  let drawing = false

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
    ask()
  })
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing || !event.isPrimary) return
    const between = event.getCoalescedEvents()
    for (const moved of between.length ? between : [event]) {
      extend(strokes.at(-1)!, pointAt(moved))
    }
    ask()
  })
  for (const end of ["pointerup", "pointercancel"] as const) {
    canvas.addEventListener(end, (event) => {
      if (!drawing || !event.isPrimary) return
      drawing = false
      ask()
    })
  }

  find(".digit__clear").addEventListener("click", () => {
    wipe()
    root.classList.remove("digit--written")
    if (asking.ready) status.textContent = "지웠다. 새로 쓰거나 손글씨를 고른다."
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
      ask()
    })
  }
  retry.addEventListener("click", ask)

  function show({ outputs, time }: Answer, { pixels }: Inputs) {
    const probabilities = outputs.probabilities!
    const best = probabilities.indexOf(Math.max(...probabilities))
    drawSheet(pixelSheet, pixels as Float32Array)
    drawSheet(sheet1, outputs.maps1!)
    drawSheet(sheet2, outputs.maps2!)
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

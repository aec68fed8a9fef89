// 특성 맵들을 한 칸씩 띄워 늘어놓은 그림. 지을 때의 그림은 sitegen/hooks/digit.py가
// 같은 방법으로 그린다.

const SIDE = 8
const FAINT = 0.08

export function drawSheet(canvas: HTMLCanvasElement, maps: ArrayLike<number>) {
  const columns = Math.ceil(canvas.width / (SIDE + 1))
  const context = canvas.getContext("2d")!
  const image = context.createImageData(canvas.width, canvas.height)
  let most = 1e-9
  for (let i = 0; i < maps.length; i++) most = Math.max(most, maps[i]!)
  for (let i = 0; i < maps.length; i++) {
    const map = Math.floor(i / SIDE ** 2)
    const x = (map % columns) * (SIDE + 1) + (i % SIDE)
    const y = Math.floor(map / columns) * (SIDE + 1) + (Math.floor(i / SIDE) % SIDE)
    const strength = FAINT + ((1 - FAINT) * maps[i]!) / most
    image.data[4 * (y * canvas.width + x) + 3] = Math.round(255 * strength)
  }
  context.putImageData(image, 0, 0)
}

/** 지을 때 넣은 그림을 그대로 옮긴 캔버스로 바꾼다. */
export function toCanvas(image: HTMLImageElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas")
  canvas.width = Number(image.getAttribute("width"))
  canvas.height = Number(image.getAttribute("height"))
  canvas.className = image.className
  canvas.setAttribute("role", "img")
  canvas.setAttribute("aria-label", image.alt)
  image.replaceWith(canvas)
  const copy = () => canvas.getContext("2d")!.drawImage(image, 0, 0)
  void image.decode().then(copy)
  return canvas
}

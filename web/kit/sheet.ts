// 특성 맵들을 한 칸씩 띄워 늘어놓은 그림. 첫 쪽에 지을 때 놓는 그림은 sitegen/stages/digit.py가
// 같은 방법으로 그린다.

const FAINT = 0.08

/** 한 변이 side인 맵들. 진하기는 가장 큰 값에 견준 것이다. */
export function drawSheet(
  canvas: HTMLCanvasElement,
  maps: ArrayLike<number>,
  side = 8,
) {
  const columns = Math.ceil(canvas.width / (side + 1))
  const context = canvas.getContext("2d")!
  const image = context.createImageData(canvas.width, canvas.height)
  let most = 1e-9
  for (let i = 0; i < maps.length; i++) most = Math.max(most, maps[i]!)
  for (let i = 0; i < maps.length; i++) {
    const map = Math.floor(i / side ** 2)
    const x = (map % columns) * (side + 1) + (i % side)
    const y = Math.floor(map / columns) * (side + 1) + (Math.floor(i / side) % side)
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

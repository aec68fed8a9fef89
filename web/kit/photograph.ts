// 읽는 이의 사진. 이 브라우저 안에서만 읽고 어디에도 보내지 않는다.

export type Drawable = ImageBitmap | HTMLVideoElement

/** 가운데의 정사각형을 side×side로 줄인 RGBA */
export function square(
  source: Drawable,
  width: number,
  height: number,
  side: number,
): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(side, side)
  const context = canvas.getContext("2d", { willReadFrequently: true })!
  const whole = Math.min(width, height)
  context.imageSmoothingQuality = "high"
  context.drawImage(
    source,
    (width - whole) / 2,
    (height - whole) / 2,
    whole,
    whole,
    0,
    0,
    side,
    side,
  )
  return context.getImageData(0, 0, side, side).data
}

/** 파일의 사진을 side×side로. 사진이 아니면 오류를 던진다 */
export async function photograph(file: Blob, side: number): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(file)
  try {
    return square(bitmap, bitmap.width, bitmap.height, side)
  } finally {
    bitmap.close()
  }
}

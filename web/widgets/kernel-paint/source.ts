// 사진을 밝기의 격자로 바꾼다. 파일과 카메라 모두 이 브라우저 안에서만 읽는다.

import { type Drawable, photograph as opened, square } from "../../kit/photograph.ts"
import type { Picture } from "./math.ts"

export const SIDE = 128

/** 밝기만 남긴다. 식 (2.1) */
function grey(rgba: Uint8ClampedArray): Picture {
  const data = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [r, g, b] = rgba.subarray(4 * at, 4 * at + 3)
    return Math.round(0.299 * r! + 0.587 * g! + 0.114 * b!)
  })
  return { height: SIDE, width: SIDE, data }
}

function developed(source: Drawable, width: number, height: number): Picture {
  return grey(square(source, width, height, SIDE))
}

/** 파일의 사진. 사진이 아니면 오류를 던진다 */
export async function photograph(file: Blob): Promise<Picture> {
  return grey(await opened(file, SIDE))
}

const EVERY = 60 // 카메라의 그림을 읽는 간격(밀리초)

export class Camera {
  private readonly see: (photo: Picture) => void
  private stream: MediaStream | null = null
  private timer = 0

  constructor(see: (photo: Picture) => void) {
    this.see = see
  }

  get on(): boolean {
    return this.stream !== null
  }

  async start() {
    this.stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320 } })
    const video = document.createElement("video")
    video.srcObject = this.stream
    video.muted = video.playsInline = true
    await video.play()
    this.timer = window.setInterval(() => {
      if (video.videoWidth)
        this.see(developed(video, video.videoWidth, video.videoHeight))
    }, EVERY)
  }

  /** 마지막 그림은 남는다 */
  stop() {
    clearInterval(this.timer)
    for (const track of this.stream?.getTracks() ?? []) track.stop()
    this.stream = null
  }
}

// 표준 입력의 말들을 둘씩 견준다: [말] → {sizes, close, missed}

import { readFileSync } from "node:fs"
import { distance, near, shape, strokes, within } from "../../web/hangul.ts"

const words = JSON.parse(readFileSync(0, "utf8"))
const close = []
const missed = []
for (const a of words) {
  for (const b of words) {
    for (const limit of [1, 1.5, 2, 3]) {
      if (distance(strokes(a), strokes(b), limit) > limit) continue
      close.push([a, b])
      if (!near(shape(a), shape(b), limit)) missed.push([a, b, limit])
    }
    if (strokes(b).startsWith(strokes(a)) && !within(shape(a), shape(b)))
      missed.push([a, b])
  }
}
const sizes = words.every((word) => shape(word).size === strokes(word).length)
process.stdout.write(JSON.stringify({ sizes, close: close.length, missed }))

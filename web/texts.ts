// 글들을 하나로 이어 두고 글자를 한 번만 훑는다. 글마다 정규식을 부르면 몇 배가 든다.

import { readable } from "./match.ts"

const END = 0x0a // 다듬은 글에 없는 글자. 글과 글을 가른다
const SPACE = 0x20

/** 글자마다: 낱말에 드는 로마자와 숫자는 1, 한글은 2. 나머지는 모두 빈칸이다. */
const KINDS = new Uint8Array(1 << 16)
for (const [kind, ranges] of ["09AZaz", "ㄱㅣ가힣"].entries())
  for (let i = 0; i < ranges.length; i += 2)
    KINDS.fill(kind + 1, ranges.charCodeAt(i), ranges.charCodeAt(i + 1) + 1)

const decoder = new TextDecoder("utf-16le")

/** 다듬은 글 하나와, 거기서 띄어쓰기를 없앤 것. 뒤의 것에 없는 이름은 글에도 없다. */
export interface Field {
  text: string
  packed: string
}

/** 쪽들의 글. match.ts의 normalize처럼 다듬고, 하나로 이어 이름이 있는 글만 골라낸다. */
export class Texts {
  private readonly owners: number[] = []
  private readonly raw: string[] = []
  private readonly spacedStarts = [0]
  private readonly packedStarts = [0]
  private codes = new Uint16Array()
  private spaced = ""
  private packed = ""

  get count(): number {
    return this.owners.length
  }

  add(page: number, text: string) {
    this.raw.push(readable(text))
    this.owners.push(page)
  }

  /** 다듬어 잇는다. 더 넣을 것이 없으면 한 번 부른다. */
  close() {
    const ends = this.raw.map(({ length }) => length)
    const whole = this.raw.join("")
    this.raw.length = 0
    // 한글과 로마자 사이를 떼어도 두 배를 넘지 않는다
    const spaced = new Uint16Array(2 * whole.length + ends.length)
    const packed = new Uint16Array(whole.length + ends.length)
    let [at, squeezed, i, end] = [0, 0, 0, 0]
    for (const length of ends) {
      const start = at
      let before = 0
      for (end += length; i < end; i++) {
        const code = whole.charCodeAt(i)
        const now = KINDS[code]!
        if (now) {
          if (now !== before && at > start) spaced[at++] = SPACE
          const small = code > 0x40 && code < 0x5b ? code + 0x20 : code
          spaced[at++] = packed[squeezed++] = small
        }
        before = now
      }
      spaced[at++] = packed[squeezed++] = END
      this.spacedStarts.push(at)
      this.packedStarts.push(squeezed)
    }
    this.codes = spaced.subarray(0, at)
    this.spaced = decoder.decode(this.codes)
    this.packed = decoder.decode(packed.subarray(0, squeezed))
  }

  text(n: number): string {
    return this.spaced.slice(this.spacedStarts[n], this.spacedStarts[n + 1]! - 1)
  }

  field(n: number): Field {
    const [start, end] = [this.packedStarts[n], this.packedStarts[n + 1]! - 1]
    return { text: this.text(n), packed: this.packed.slice(start, end) }
  }

  texts(): string[] {
    return this.owners.map((_, n) => this.text(n))
  }

  /** 띄어쓰기를 없앤 이름이 든 글마다, 그 쪽과 글, 그리고 글이 바로 그 이름인지. */
  *having(k: string): Generator<[page: number, text: string, same: boolean]> {
    const starts = this.packedStarts
    let n = 0
    let at = k ? this.packed.indexOf(k) : -1
    while (at >= 0) {
      while (starts[n + 1]! <= at) n++
      const end = starts[n + 1]!
      yield [this.owners[n]!, this.text(n), end - starts[n]! - 1 === k.length]
      at = this.packed.indexOf(k, end)
    }
  }

  /** 낱말과 그것이 나온 수. 처음 나온 차례로 */
  words(): [word: string, n: number][] {
    const { codes } = this
    const starts: number[] = []
    const ends: number[] = []
    const counts: number[] = []
    const hashes: number[] = []
    let slots = new Int32Array(1 << 10) // 낱말의 번호에 하나를 더한 것. 비었으면 0

    const place = (hash: number, start: number, end: number): number => {
      const length = end - start
      let slot = hash & (slots.length - 1)
      for (let n = slots[slot]!; n; n = slots[slot]!) {
        const known = starts[n - 1]!
        let same = hashes[n - 1] === hash && ends[n - 1]! - known === length
        for (let i = 0; same && i < length; i++)
          same = codes[known + i] === codes[start + i]
        if (same) break
        slot = (slot + 1) & (slots.length - 1)
      }
      return slot
    }
    const widen = () => {
      slots = new Int32Array(4 * slots.length)
      for (let n = 0; n < starts.length; n++) {
        let slot = hashes[n]! & (slots.length - 1)
        while (slots[slot]) slot = (slot + 1) & (slots.length - 1)
        slots[slot] = n + 1
      }
    }

    let start = 0
    let hash = 0
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at]!
      if (code !== SPACE && code !== END) {
        hash = Math.imul(hash ^ code, 0x9e3779b1)
        hash ^= hash >>> 15
        continue
      }
      if (at > start) {
        const slot = place(hash, start, at)
        const known = slots[slot]!
        if (known) counts[known - 1]!++
        else {
          starts.push(start)
          ends.push(at)
          counts.push(1)
          hashes.push(hash)
          slots[slot] = starts.length
          if (2 * starts.length > slots.length) widen()
        }
      }
      start = at + 1
      hash = 0
    }
    return starts.map((from, n) => [this.spaced.slice(from, ends[n]), counts[n]!])
  }
}

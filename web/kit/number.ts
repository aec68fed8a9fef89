// 수를 읽고 쓴다.

/** 소수 digits자리까지, 끝의 0은 떼고, 빼기표는 진짜 빼기표로. */
export function show(value: number, digits = 2): string {
  if (Number.isNaN(value)) return "없음"
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞"
  const short = Math.abs(value) < 1e6
  const text = short
    ? String(Number(value.toFixed(digits)) + 0)
    : value.toExponential(1)
  return text.replace("-", "−").replace("e+", "e")
}

/** 확률을 소수 한 자리까지의 백분율로 */
export function percent(p: number): string {
  return `${(100 * p).toFixed(1)}%`
}

/** step의 배수 가운데 가장 가까운 것. 0.1을 세 번 더해도 0.3이 되게 다듬는다. */
export function snap(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(6)) + 0
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

// 주소에서 %로 바뀌지 않는 글자로 잇는다.
const FIELDS = "__"
const NUMBERS = "_"

/** 상태를 주소에 적을 글로: 칸은 __로, 칸 속의 수는 _로 잇는다. */
export function pack(...fields: (string | number | readonly number[])[]): string {
  return fields.map((f) => (Array.isArray(f) ? f.join(NUMBERS) : f)).join(FIELDS)
}

export function unpack(text: string): string[] {
  return text.split(FIELDS)
}

/** 칸 속의 수들. 수가 아닌 것이 섞였으면 null */
export function numbers(text: string | undefined): number[] | null {
  if (!text) return null
  const values = text.split(NUMBERS).map((part) => (part.trim() ? Number(part) : NaN))
  return values.every(Number.isFinite) ? values : null
}

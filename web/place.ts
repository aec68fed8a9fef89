// 마지막으로 읽던 자리. 이 브라우저에만 하나 적어 두고, 진도를 지우면 함께 지운다.

const KEY = "book.place"

export interface Place {
  /** 이 사이트 안의 주소. 절의 자리까지 */
  path: string
  chapter: string
  section: string
}

export function last(): Place | null {
  try {
    const { path, chapter, section } = JSON.parse(localStorage.getItem(KEY) ?? "null")
    const right = [path, chapter, section].every((told) => typeof told === "string")
    return right && path.startsWith("/") && !path.startsWith("//")
      ? { path, chapter, section }
      : null
  } catch {
    return null // 없거나, 깨졌거나, 브라우저가 막았다
  }
}

export function keep(place: Place) {
  try {
    localStorage.setItem(KEY, JSON.stringify(place))
  } catch {
    // 꽉 찼거나 막혔다. 다음에는 처음부터 읽는다
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // 적어 둔 것도 없다
  }
}

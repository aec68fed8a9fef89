// 블록마다 마지막으로 돌려 본 것. 이 탭에만 있다.

export interface Ran {
  name: string
  code: string
  /** 책의 코드를 고쳤는가 */
  changed: boolean
  /** 어떻게 끝났는지 적은 한 줄 */
  end: string
  /** 오류의 글. 없으면 빈 글 */
  error: string
  when: number
}

export const ran = new WeakMap<Element, Ran>()

// 장을 읽는 동안, 지금 읽는 절을 적어 둔다. 첫 쪽의 '내 진도'가 거기로 데려간다.

import { keep } from "../place.ts"

const READING = "0px 0px -60% 0px" // 제목이 화면의 윗부분에 온 절을 읽고 있다고 본다
const GLANCE = 3000 // 밀리초. 열어 보고 곧 닫은 쪽은 읽던 쪽이 아니다

export function mount(eyebrow: HTMLElement) {
  const article = eyebrow.closest("article")!
  const chapter = article.querySelector("h1")!
  const looking = new IntersectionObserver(
    (entries) => {
      if (!article.isConnected) return looking.disconnect()
      const read = entries.filter((entry) => entry.isIntersecting).pop()
      if (!read) return
      const { id } = read.target
      keep({
        path: `${location.pathname}#${encodeURIComponent(id)}`,
        chapter: words(chapter),
        section: words(read.target),
      })
    },
    { rootMargin: READING },
  )
  setTimeout(() => {
    if (!article.isConnected) return
    for (const head of article.querySelectorAll("h2[id]")) looking.observe(head)
  }, GLANCE)
}

/** 제목의 글. 제목 끝의 링크와, 수식의 두 번째 꼴은 뺀다. */
function words(head: Element): string {
  const copy = head.cloneNode(true) as Element
  for (const extra of copy.querySelectorAll(".headerlink, .katex-mathml"))
    extra.remove()
  return copy.textContent.trim()
}

// 페이지에 무엇이 있는지 보고, 필요한 조각만 필요한 때에 부른다.
// 조각은 저마다 web/parts/의 한 파일이고, 여기에 한 줄씩 적는다.

interface Part {
  /** 이 조각이 맡는 요소 */
  selector: string
  /** true면 화면에 가까워질 때, 아니면 페이지가 열릴 때 부른다 */
  near?: boolean
  load(): Promise<{ mount(element: HTMLElement): void }>
}

const parts: Part[] = [
  { selector: ".book-exercise", near: true, load: () => import("./parts/exercise.ts") },
  { selector: ".book-quiz", near: true, load: () => import("./parts/quiz.ts") },
  { selector: ".book-tally", load: () => import("./parts/tally.ts") },
  { selector: ".book-progress", load: () => import("./parts/progress.ts") },
  { selector: "[data-run=numpy], [data-run=plot]", near: true, load: () => import("./parts/run.ts") },
  { selector: ".widget", near: true, load: () => import("./parts/widget.ts") },
  { selector: ".digit", near: true, load: () => import("./parts/digit.ts") },
]

const mounted = new WeakSet<Element>()

async function mount(part: Part, element: HTMLElement) {
  if (mounted.has(element)) return
  mounted.add(element)
  const { mount } = await part.load()
  if (element.isConnected) mount(element)
}

const waiting = new Map<Element, Part>()
const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      const part = waiting.get(target)
      if (!isIntersecting || !part) continue
      waiting.delete(target)
      nearby.unobserve(target)
      void mount(part, target as HTMLElement)
    }
  },
  { rootMargin: "400px" },
)

function look() {
  for (const part of parts) {
    for (const element of document.querySelectorAll<HTMLElement>(part.selector)) {
      if (!part.near) void mount(part, element)
      else if (!mounted.has(element)) {
        waiting.set(element, part)
        nearby.observe(element)
      }
    }
  }
}

declare const document$: { subscribe(next: () => void): void }
document$.subscribe(look)

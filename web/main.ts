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
  { selector: ".book-eyebrow", load: () => import("./parts/place.ts") },
  { selector: ".book-tally", load: () => import("./parts/tally.ts") },
  { selector: ".book-progress", load: () => import("./parts/progress.ts") },
  {
    selector: "[data-run=numpy], [data-run=plot]",
    near: true,
    load: () => import("./parts/run.ts"),
  },
  { selector: ".widget", near: true, load: () => import("./parts/widget.ts") },
  { selector: ".book-ask", near: true, load: () => import("./parts/ask.ts") },
  { selector: ".digit", near: true, load: () => import("./parts/digit.ts") },
]

const mounted = new WeakSet<Element>()

async function mount(part: Part, element: HTMLElement, asked = false) {
  if (mounted.has(element)) return
  mounted.add(element)
  try {
    const { mount } = await part.load()
    if (element.isConnected) mount(element)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error // 받지 못한 것이 아니라 우리의 잘못이다
    mounted.delete(element)
    if (await renew()) return
    if (asked && (await online())) location.reload()
    else if (element.isConnected) complain(part, element)
  }
}

const SELF = import.meta.url.split("/").pop()!
const RENEWED = "book.renewed"

let renewing: Promise<boolean> | undefined

/** 옛 페이지면 새로 받는다. 여러 조각이 함께 물어도 한 번만 받는다. */
function renew(): Promise<boolean> {
  renewing ??= renewed().then((yes) => {
    if (yes) location.reload()
    else renewing = undefined
    return yes
  })
  return renewing
}

/** 책을 새로 지어 옛 조각이 없어졌는가. 한 방문에 한 번만 그렇다고 한다. */
async function renewed(): Promise<boolean> {
  try {
    if (sessionStorage.getItem(RENEWED) === SELF) return false
    const answer = await fetch(location.href, { cache: "no-cache" })
    if (!answer.ok || (await answer.text()).includes(SELF)) return false
    sessionStorage.setItem(RENEWED, SELF)
    return true
  } catch {
    return false // 인터넷이 끊겼거나 기억을 막았다
  }
}

/**
 * 인터넷은 되는가. 받지 못한 조각을 그 페이지에서는 다시 받지 않는 브라우저가 있어,
 * 읽는 이가 다시 받자고 했는데도 못 받으면 페이지를 새로 받는다.
 */
async function online(): Promise<boolean> {
  try {
    return (await fetch(location.href, { cache: "no-store" })).ok
  } catch {
    return false
  }
}

/** 받지 못했다고 말하고 다시 받게 한다. */
function complain(part: Part, element: HTMLElement) {
  const said = document.createElement("p")
  const again = document.createElement("button")
  said.className = "book-lost"
  said.setAttribute("role", "status")
  said.textContent = "여기서 쓸 도구를 받지 못했다. 인터넷을 확인한다. "
  again.type = "button"
  again.className = "run-button"
  again.textContent = "다시 받기"
  again.addEventListener("click", () => {
    said.remove()
    void mount(part, element, true)
  })
  said.append(again)
  element.after(said)
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

// 테마는 검색창에서 글쇠가 올라올 때만 찾는다. 붙여 넣거나 말로 넣은 글도 찾게 한다.
document.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== "query") return
  target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
})

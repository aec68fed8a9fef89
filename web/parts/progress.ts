// 첫 페이지의 '내 진도': 모두 얼마나 풀었는지, 읽던 자리, 내보내기, 가져오기, 지우기.

import { forget, last } from "../place.ts"
import { erase, forgetful, merge, serialize, solved, watch } from "../progress.ts"
import { names } from "./tally.ts"

const FILE = "deep-learning-progress.json"
const LONGEST = 1e6

export function mount(panel: HTMLElement) {
  const find = <T extends HTMLElement>(what: string) => panel.querySelector<T>(what)!
  const total = find("[data-total]")
  const said = find("[role=status]")
  const file = find<HTMLInputElement>("input")
  const press = (what: string, action: () => void) =>
    find(`[data-press=${what}]`).addEventListener("click", action)

  watch(panel, () => {
    const links = document.querySelectorAll<HTMLElement>(".book-map .book-tally")
    const all = [...links].flatMap(({ dataset }) => [
      ...names(dataset.exercises),
      ...names(dataset.quizzes),
    ])
    const done = all.filter(solved).length
    total.textContent = `연습문제와 퀴즈 ${all.length}개 가운데 ${done}개를 풀었다.`
    if (forgetful)
      said.textContent = "브라우저가 저장을 막고 있어 이 창을 닫으면 진도가 사라진다."
  })

  const place = last()
  const reading = find("[data-place]")
  if (place) {
    const link = reading.querySelector("a")!
    link.href = place.path
    link.textContent = `${place.chapter}, ${place.section}`
    reading.hidden = false
  }

  press("export", () => {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(
      new Blob([serialize()], { type: "application/json" }),
    )
    link.download = FILE
    link.click()
    URL.revokeObjectURL(link.href)
    said.textContent = `${FILE}을 내려받았다.`
  })
  press("import", () => file.click())
  press("erase", () => {
    if (!confirm("이 브라우저에 적어 둔 진도를 지운다. 되돌릴 수 없다.")) return
    erase()
    forget()
    reading.hidden = true
    said.textContent = "진도를 지웠다."
  })
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? []
    if (!chosen) return
    try {
      const text = chosen.size > LONGEST ? "" : await chosen.text()
      const added = merge(text)
      said.textContent = added
        ? `${added}개를 더했다.`
        : "모두 이미 푼 것이라 더한 것이 없다."
    } catch (error) {
      said.textContent = (error as Error).message
    }
    file.value = ""
  })
}

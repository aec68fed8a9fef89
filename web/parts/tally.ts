// 차례의 장마다 푼 것의 수. 예: 3/6

import { solved, watch } from "../progress.ts"

export const names = (list: string | undefined) =>
  list?.split(" ").filter(Boolean) ?? []

export function mount(tally: HTMLElement) {
  const exercises = names(tally.dataset.exercises)
  const quizzes = names(tally.dataset.quizzes)
  const all = [...exercises, ...quizzes]
  const count = (list: string[]) => `${list.filter(solved).length}/${list.length}`
  const seen = document.createElement("span")
  const heard = document.createElement("span")
  seen.ariaHidden = "true"
  heard.className = "book-unseen"
  tally.append(seen, heard)
  watch(tally, () => {
    seen.textContent = count(all)
    heard.textContent = `연습문제 ${count(exercises)}, 퀴즈 ${count(quizzes)}를 풀었다`
    tally.classList.toggle("book-tally--done", all.every(solved))
  })
}

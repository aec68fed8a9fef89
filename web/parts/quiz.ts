// 퀴즈. 보기를 누르면 설명이 열리고, 맞았는지 표시하고, 맞힌 것을 진도에 적는다.

import { solve, solved } from "../progress.ts"

export function mount(group: HTMLElement) {
  const name = group.dataset.quiz!
  const choices = [...group.querySelectorAll<HTMLDetailsElement>("details.quiz")]
  const said = document.createElement("p")
  said.className = "book-said"
  said.setAttribute("role", "status")
  if (solved(name)) said.textContent = "전에 맞힌 문제다."
  group.append(said)

  for (const choice of choices) {
    choice.querySelector("summary")!.addEventListener("click", () => {
      if (choice.open) return
      for (const other of choices) if (other !== choice) other.open = false
      choice.dataset.picked = ""
      const right = choice.dataset.right === "true"
      said.textContent = right ? "맞았다." : "아니다. 설명을 읽고 다시 고른다."
      if (right) solve(name)
    })
  }
}

// 실험 도구. 요소의 이름이 곧 파일의 이름이고, 이름마다 한 조각이다.

const widgets: Record<string, () => Promise<unknown>> = {
  "conv-step": () => import("../widgets/conv-step.ts"),
  "gradient-map": () => import("../widgets/gradient-map.ts"),
  "line-fit": () => import("../widgets/line-fit.ts"),
}

/** 조각을 부르면 요소가 스스로 깨어난다. 못 부르면 속의 그림이 그대로 보인다. */
export function mount(element: HTMLElement) {
  widgets[element.localName]!().catch(() => element.classList.add("still"))
}

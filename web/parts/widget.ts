// 실험 도구. 요소의 이름이 곧 web/widgets/의 폴더 이름이고, 폴더마다 한 조각이다.

/** 조각을 부르면 요소가 스스로 깨어난다. 못 부르면 속의 그림이 그대로 보인다. */
export function mount(element: HTMLElement) {
  import(`../widgets/${element.localName}/widget.ts`).catch(() =>
    element.classList.add("still"),
  )
}

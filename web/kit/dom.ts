// 요소를 만들고 고치는 가장 짧은 길.

type Value = string | number | boolean | null | undefined
export type Attributes = Record<string, Value>

const SVG = "http://www.w3.org/2000/svg"

/** 속성을 고친다. false와 null은 속성을 없앤다. */
export function set<T extends Element>(node: T, attributes: Attributes): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) node.removeAttribute(name)
    else node.setAttribute(name, value === true ? "" : String(value))
  }
  return node
}

export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = set(document.createElement(tag), attributes)
  node.append(...children)
  return node
}

/** 모양의 이름만 가진 칸 */
export function div(name: string, ...children: (Node | string)[]): HTMLDivElement {
  return html("div", { class: name }, ...children)
}

/** 넓으면 그림과 그 곁의 것이 나란히 선다. */
export function beside(picture: Node, ...side: Node[]): HTMLDivElement {
  return div("columns", picture, div("side", ...side))
}

/** 도구 아래에 다루는 법을 적은 한 줄 */
export function hint(text: string): HTMLParagraphElement {
  return html("p", { class: "hint" }, text)
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): SVGElementTagNameMap[K] {
  const node = set(document.createElementNS(SVG, tag), attributes)
  node.append(...children)
  return node
}

/** 목록의 길이에 맞추어 아이를 더하고 뺀다. 남는 아이는 그대로라 초점을 잃지 않는다. */
export function resize<T extends Element>(parent: Element, n: number, make: () => T) {
  while (parent.childElementCount > n) parent.lastElementChild!.remove()
  while (parent.childElementCount < n) parent.append(make())
  return [...parent.children] as T[]
}

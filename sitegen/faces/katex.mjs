// 표준 입력의 TeX 목록(JSON)을 읽어 KaTeX의 HTML을 같은 순서로 돌려준다.
//
// 보이는 것은 그대로 두고 요소를 줄인다. 긴 장에는 수식의 요소가 만 개쯤 있고, 휴대전화는
// 요소마다 모양을 셈하느라 멈춘다.
import { readFileSync } from "node:fs"
import katex from "katex"

// KaTeX는 \max를 첨자로 쓰면 뒤따르는 보이지 않는 기호(함수 적용)까지 그 자리에 둔다.
// 자식이 셋인 msub는 잘못된 MathML이라 화면 낭독기가 읽지 못한다.
const APPLIED = /(<mi>[^<]*<\/mi>)<mo>\u2061<\/mo>(?=<\/m(?:sub|sup|subsup|under|over|underover)>)/g

const has = (node, name) => node.classes?.includes(name) ?? false
const em = (length = "0") => Number.parseFloat(length)
const ems = (length) => `${+length.toFixed(4)}em`

/** 쌓은 것 없이 글자만 있는가. */
function flat(node) {
  if (node.text !== undefined) return true
  const stacked = !node.classes || ["vlist-t", "nulldelimiter"].some((c) => has(node, c))
  return !stacked && node.children.every(flat)
}

// KaTeX의 size1부터 size11까지. 첨자는 size6 옆의 size3이다.
const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488]
const size = (node, name) => {
  const number = node.classes.map((c) => RegExp(`^${name}(\\d+)$`).exec(c)?.[1])
  return SIZES[number.find(Boolean) - 1]
}

/** 첨자 하나를 표로 쌓지 않고 그만큼 올리거나 내린다. 열두 요소가 하나가 된다. */
function shift(script) {
  const items = script.children[0]?.children?.[0]?.children?.[0]?.children
  if (items?.length !== 1) return
  const [{ style, children }] = items
  const [strut, small] = children
  if (children.length !== 2 || !has(small, "katex-sizing") || !flat(small)) return
  const scale = size(small, "size") / size(small, "reset-size")
  const top = em(strut.style.height) + em(style.top)
  const lengths = Object.entries({ ...style, top: ems(top) })
  script.style = { position: "relative" }
  for (const [name, length] of lengths) script.style[name] = ems(em(length) / scale)
  script.classes.push(...small.classes)
  script.children = small.children
}

/** 빈칸을 앞 글자의 바깥 여백으로. 크기를 바꾸는 칸은 em이 달라 두어 둔다. */
function spaced(children) {
  const left = []
  for (const child of children) {
    const before = left.at(-1)
    const size = em(child.style?.marginRight)
    if (!space(child) || !carries(before)) left.push(child)
    else {
      const own = before.italic || em(before.style.marginRight)
      before.style.marginRight = ems(own + size)
      before.italic = 0
    }
  }
  return left
}

const space = (node) =>
  node.classes?.join() === "mspace" && Object.keys(node.style).join() === "marginRight"
const carries = (node) =>
  /^m(ord|bin|rel|op|open|close|punct|inner)$/.test(node?.classes?.[0] ?? "") &&
  !node.classes.some((name) => /siz/.test(name))

/** 글자의 줄보다 낮은 기둥. 줄은 기준선 위 0.85em, 아래 0.25em보다 넓다. */
function idle(node) {
  if (!has(node, "katex-strut")) return false
  const below = -em(node.style.verticalAlign)
  return below <= 0.25 && em(node.style.height) - below <= 0.85
}

function lighten(node) {
  if (!node.children || node.type) return // MathML은 그대로 둔다
  node.children.forEach(lighten)
  if (has(node, "msupsub")) shift(node)
  node.children = spaced(node.children.filter((child) => !idle(child)))
}

function render({ tex, display }) {
  try {
    const options = { displayMode: display, strict: "error" }
    const tree = katex.__renderToDomTree(tex, options)
    lighten(tree)
    return { html: tree.toMarkup().replace(APPLIED, "$1") }
  } catch (error) {
    if (error instanceof katex.ParseError) return { error: error.message }
    throw error
  }
}

const formulas = JSON.parse(readFileSync(0, "utf8"))
process.stdout.write(JSON.stringify(formulas.map(render)))

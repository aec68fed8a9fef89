// 표준 입력의 TeX 목록(JSON)을 읽어 KaTeX의 HTML을 같은 순서로 돌려준다.
import { readFileSync } from "node:fs"
import katex from "katex"

// KaTeX는 \max를 첨자로 쓰면 뒤따르는 보이지 않는 기호(함수 적용)까지 그 자리에 둔다.
// 자식이 셋인 msub는 잘못된 MathML이라 화면 낭독기가 읽지 못한다.
const APPLIED = /(<mi>[^<]*<\/mi>)<mo>\u2061<\/mo>(?=<\/m(?:sub|sup|subsup|under|over|underover)>)/g

function render({ tex, display }) {
  try {
    const drawn = katex.renderToString(tex, { displayMode: display, strict: "error" })
    return { html: drawn.replace(APPLIED, "$1") }
  } catch (error) {
    if (error instanceof katex.ParseError) return { error: error.message }
    throw error
  }
}

const formulas = JSON.parse(readFileSync(0, "utf8"))
process.stdout.write(JSON.stringify(formulas.map(render)))

// 표준 입력의 TeX 목록(JSON)을 읽어 KaTeX의 HTML을 같은 순서로 돌려준다.
import { readFileSync } from "node:fs"
import katex from "katex"

function render({ tex, display }) {
  try {
    return { html: katex.renderToString(tex, { displayMode: display, strict: "error" }) }
  } catch (error) {
    if (error instanceof katex.ParseError) return { error: error.message }
    throw error
  }
}

const formulas = JSON.parse(readFileSync(0, "utf8"))
process.stdout.write(JSON.stringify(formulas.map(render)))

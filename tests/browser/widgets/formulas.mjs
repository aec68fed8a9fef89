// 실험 도구의 식을 여러 상태에서 셈한다: node formulas.mjs <도구> <식>
// 식은 도구의 math.ts가 내놓는 이름을 쓴다. 상태와 답은 JSON 한 덩이다.

import { text } from "node:stream/consumers"

const [tag, formula] = process.argv.slice(2)
const math = await import(`../../../web/widgets/${tag}/math.ts`)
const compute = new Function(...Object.keys(math), `return ${formula}`)(...Object.values(math))

function answer(state) {
  try {
    return compute(state)
  } catch (error) {
    return error.message
  }
}

const states = JSON.parse(await text(process.stdin))
console.log(JSON.stringify(states.map(answer)))

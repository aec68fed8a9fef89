// 표준 입력의 색인에 물어 결과를 적는다: {index, queries} → [{pages, asked, result}]

import { readFileSync } from "node:fs"
import { Search } from "../../web/search.ts"

const { index, queries } = JSON.parse(readFileSync(0, "utf8"))
const search = new Search(index)
const answers = queries.map((query) => {
  const result = search.query(query)
  return {
    pages: result.items.map((group) => group[0].location.split("#")[0]),
    asked: search.parse(query).map((unit) => unit.names),
    result,
  }
})
process.stdout.write(JSON.stringify(answers))

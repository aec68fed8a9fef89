// 표준 입력의 글들을 한꺼번에 다듬은 것과, 하나씩 다듬은 것을 적는다.

import { readFileSync } from "node:fs"
import { normalize, packed } from "../../web/match.ts"
import { Texts } from "../../web/texts.ts"

const given = JSON.parse(readFileSync(0, "utf8"))
const texts = new Texts()
for (const [page, text] of given.entries()) texts.add(page, text)
texts.close()

const tally = new Map()
for (const text of given)
  for (const word of normalize(text).split(" ").filter(Boolean))
    tally.set(word, (tally.get(word) ?? 0) + 1)

const having = (k) => [...texts.having(k)]
const plain = (k) =>
  given
    .map((text, page) => [page, normalize(text)])
    .filter(([, text]) => packed(text).includes(k))
    .map(([page, text]) => [page, text, packed(text) === k])
const names = [...new Set(given.map((text) => packed(normalize(text)).slice(1, 3)))]
const asked = names.filter(Boolean).slice(0, 200)

process.stdout.write(
  JSON.stringify({
    fields: given.map((_, n) => texts.field(n)),
    oneByOne: given.map(normalize).map((text) => ({ text, packed: packed(text) })),
    words: texts.words(),
    tally: [...tally],
    having: asked.map(having),
    plain: asked.map(plain),
  }),
)

// Material의 검색창이 부르는 일꾼. 주고받는 말은 Material의 SearchMessage를 따른다.

import { Search } from "./search.ts"

const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3

type Message =
  | { type: typeof SETUP; data: { config: { index: string } } }
  | { type: typeof QUERY; data: string }

let place: URL
let search: Promise<Search> | undefined

// 찾지 않는 사람에게 색인을 보내지 않도록, 글을 처음 칠 때 받는다.
async function load(): Promise<Search> {
  const answer = await fetch(place)
  return new Search(await answer.json())
}

addEventListener("message", async ({ data: message }: MessageEvent<Message>) => {
  if (message.type === SETUP) {
    place = new URL(`../../search/${message.data.config.index}`, location.href)
    postMessage({ type: READY })
  } else if (message.type === QUERY) {
    // 테마는 페이지를 열 때에도 빈 글을 묻는다
    if (!message.data) return postMessage({ type: RESULT, data: { items: [], suggest: [] } })
    search ??= load()
    search.catch(() => (search = undefined))
    const found = (await search).query(message.data)
    postMessage({ type: RESULT, data: found })
  }
})

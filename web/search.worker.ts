// Material의 검색창이 부르는 일꾼. 주고받는 말은 Material의 SearchMessage를 따른다.

import { type Item, Search } from "./search.ts"

const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3

/** search_index.json. 진짜 색인의 이름이 들어 있다 */
interface Stub {
  config: { index: string }
}

type Message = { type: typeof SETUP; data: Stub } | { type: typeof QUERY; data: string }

let place: URL
let search: Promise<Search> | undefined

const LOST: Item = {
  location: "",
  title: "찾는 데 쓸 색인을 받지 못했다",
  text: "인터넷을 확인하고 다시 친다. 그래도 안 되면 페이지를 새로 고친다.",
  score: 1,
  terms: {},
}

// 찾지 않는 사람에게 색인을 보내지 않도록, 글을 처음 칠 때 받는다.
async function load(): Promise<Search> {
  const answer = await fetch(place)
  return new Search(await (answer.ok ? answer : await renewed()).json())
}

/** 책을 새로 지어 없어진 색인 대신, 지금 있는 것을 받는다. */
async function renewed(): Promise<Response> {
  const stub = await fetch(new URL("search_index.json", place), { cache: "no-cache" })
  const { config }: Stub = await stub.json()
  return fetch(new URL(config.index, place))
}

addEventListener("message", async ({ data: message }: MessageEvent<Message>) => {
  if (message.type === SETUP) {
    place = new URL(`../../search/${message.data.config.index}`, location.href)
    postMessage({ type: READY })
  } else if (message.type === QUERY) {
    // 테마는 페이지를 열 때에도 빈 글을 묻는다
    if (!message.data)
      return postMessage({ type: RESULT, data: { items: [], suggest: [] } })
    search ??= load()
    const book = await search.catch(() => (search = undefined)) // 다음에 다시 받아 본다
    const found = book?.query(message.data) ?? { items: [[LOST]], suggest: [] }
    postMessage({ type: RESULT, data: found })
  }
})

// 테마가 화면에서 만드는 것 가운데 보조 기술이 헷갈릴 것을 고치고, site.css의
// content-visibility가 미루어 둔 덩이를 한가할 때 그린다.
let drawing

// 미루어 둔 채로 두면 쪽의 높이가 어림값이라 스크롤바와 갈 곳이 어긋난다.
function draw(blocks) {
  for (const block of blocks.splice(0, 4)) block.style.contentVisibility = "visible"
  if (blocks.length) drawing = setTimeout(draw, 50, blocks)
}

// 수식뿐인 표 머리는 MathML을 모르는 도구에게 이름 없는 열이다.
function nameColumns() {
  for (const math of document.querySelectorAll("th .katex-mathml")) {
    math.title = math.querySelector("annotation").textContent
  }
}

// 코드마다 붙는 단추 묶음은 둘러볼 곳(navigation)이 아니고, 넓은 표를 싸는 상자는
// 글쇠로도 밀 수 있어야 한다.
function mend() {
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) {
    nav.setAttribute("role", "presentation")
  }
  const boxes = ".md-typeset__scrollwrap:not([tabindex])"
  for (const box of document.querySelectorAll(boxes)) box.tabIndex = 0
}

new MutationObserver(mend).observe(document.body, {
  childList: true,
  subtree: true,
})
// 처음 온 쪽에서 절로 가는 링크를 누르면 테마는 그 쪽을 다시 받아, 돌려 둔 것과 고친 것을
// 잃는다. 다른 쪽으로 옮겨 가기 전까지는 브라우저가 하던 대로 둔다. 테마보다 먼저 들어야
// 막을 수 있어 이 파일을 맨 앞에 부른다.
const first = location.pathname
let opened = 0

function stay(event, place) {
  const same = place.host === location.host && place.pathname === first
  if (same && opened < 2) event.stopImmediatePropagation()
}

document.body.addEventListener("click", (event) => {
  const link = event.target.closest("a")
  if (link?.hash) stay(event, link)
})
addEventListener("popstate", (event) => stay(event, location))

function arrive() {
  opened += 1
  nameColumns()
  clearTimeout(drawing)
  const blocks = document.querySelectorAll(".md-content__inner > *")
  drawing = setTimeout(draw, 4000, [...blocks])
}

document.addEventListener("DOMContentLoaded", () => document$.subscribe(arrive))

// 테마가 화면에서 만드는 것 가운데 보조 기술이 헷갈릴 것을 고치고, site.css의
// content-visibility가 미루어 둔 덩이를 한가할 때 그린다.
const wide = ".highlight code, .md-typeset__scrollwrap"
let unmeasured = []
let drawing

// 넘쳐서 옆으로 미는 것에 글쇠로 닿게 한다. 미루어 둔 덩이는 재려면 셈해야 하므로
// 페이지가 멈칫하지 않게 조금씩 잰다.
function measure() {
  const start = performance.now()
  while (unmeasured.length && performance.now() - start < 4) {
    const element = unmeasured.shift()
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0
    else element.removeAttribute("tabindex")
  }
  if (unmeasured.length) setTimeout(measure, 16)
}

function makeReachable() {
  const measuring = unmeasured.length > 0
  unmeasured = [...document.querySelectorAll(wide)]
  if (!measuring) setTimeout(measure, 16)
}

// 미루어 둔 채로 두면 쪽의 높이가 어림값이라 스크롤바와 갈 곳이 어긋난다.
function draw(blocks) {
  for (const block of blocks.splice(0, 10)) block.style.contentVisibility = "visible"
  if (blocks.length) drawing = setTimeout(draw, 50, blocks)
}

// 수식뿐인 표 머리는 MathML을 모르는 도구에게 이름 없는 열이다.
function nameColumns() {
  for (const math of document.querySelectorAll("th .katex-mathml")) {
    math.title = math.querySelector("annotation").textContent
  }
}

// 코드마다 붙는 단추 묶음은 둘러볼 곳(navigation)이 아니다.
function renameToolbars() {
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) {
    nav.setAttribute("role", "presentation")
  }
}

new MutationObserver(renameToolbars).observe(document.body, {
  childList: true,
  subtree: true,
})
document$.subscribe(() => {
  nameColumns()
  makeReachable()
  clearTimeout(drawing)
  const blocks = document.querySelectorAll(".md-content__inner > *")
  drawing = setTimeout(draw, 4000, [...blocks])
})
addEventListener("resize", makeReachable)

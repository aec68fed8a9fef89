"""모든 페이지: 오류도 바깥 요청도 없고, 밀리지 않고, 누구나 읽을 수 있다."""

import pytest

from sitegen.book import site
from tests.browser.axe import violations
from tests.browser.conftest import address, go, page_urls
from tests.browser.gestures import wake

LESSONS = [address(p.relative_to(site.DOCS).as_posix()) for p in site.lesson_pages()]
# 장은 아니지만 장처럼 읽는 쪽
BESIDES = [
    address(path.relative_to(site.DOCS).as_posix())
    for folder in ("clinic", "review")
    for path in sorted((site.DOCS / folder).glob("*.md"))
]
FIRST_SENTENCE = """(paragraph) => {
  const range = document.createRange()
  const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  for (let text = words.nextNode(); text; text = words.nextNode()) {
    const end = text.data.search(/[.?!](\\s|$)/)
    range.setStart(text, 0)
    range.setEnd(text, end < 0 ? text.length : end + 1)
    if (end >= 0) break
  }
  return range.getBoundingClientRect().bottom
}"""
SHIFT = """() => new Promise(done => {
  let total = 0
  new PerformanceObserver(list => {
    for (const e of list.getEntries()) if (!e.hadRecentInput) total += e.value
  }).observe({type: "layout-shift", buffered: true})
  setTimeout(() => done(total), 600)
})"""
TO_THE_END = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo(0, y)
    await new Promise(requestAnimationFrame)
  }
}"""
# 사파리의 위아래 띠를 뺀 아이폰의 첫 화면
PHONE = {"width": 390, "height": 664}
LIMIT_KB = 255
SCROLLED_KB = 350  # 사진이 여러 장 든 필터와 검출과 분할의 장까지


# 글자마다 색을 견주므로, 같은 색이 되풀이되는 수식과 코드의 조각은 하나씩만 남긴다
ONCE = """() => {
  for (const e of document.querySelectorAll(".katex-html"))
    e.replaceChildren(e.textContent)
  const seen = new Set()
  for (const e of document.querySelectorAll("pre > code span:not(:has(span))")) {
    const around = [e, e.parentElement, e.closest("pre").parentElement]
    const look = around.map((one) => one.className).join("/")
    if (e.textContent.trim() && seen.has(look)) e.replaceWith(e.textContent)
    seen.add(look)
  }
}"""


def overflow(page) -> int:
    """가로로 넘치는 픽셀"""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def wake_all(page):
    for widget in page.locator(".widget").all():
        wake(widget)


# 밀림은 앞의 너비에서, 오래 걸리는 접근성 검사는 뒤의 너비에서 본다
@pytest.mark.parametrize(
    ("scheme", "widths"), [("light", (390, 1280)), ("dark", (1280, 390))]
)
@pytest.mark.parametrize("path", page_urls())
def test_page_is_quiet_still_and_accessible(open_page, path, scheme, widths):
    first, second = widths
    # 첫 방문의 밀림은 느린 컴퓨터에서 글꼴이 늦으면 달라지므로 make bench가 잰다
    page = open_page(path, scheme=scheme, width=first, quiet=False)
    assert page.evaluate(SHIFT) <= 0.02
    assert overflow(page) <= 0
    page.set_viewport_size({"width": second, "height": 900})
    assert overflow(page) <= 0
    wake_all(page)
    page.evaluate(ONCE)
    assert violations(page) == []
    assert page.watch.errors == []
    assert page.watch.missing == []
    assert page.watch.outside == []


OUT = """async () => {
  await fetch("https://example.com/page").catch(() => {})
  const code = 'fetch("https://example.com/worker").catch(() => postMessage(0))'
  const worker = new Worker(URL.createObjectURL(new Blob([code])))
  await new Promise((done) => (worker.onmessage = done))
}"""


def test_watch_sees_the_outside_from_page_and_worker(open_page):
    """위의 시험이 아무것도 못 보고 지나는 것이 아니다."""
    page = open_page("dl/")
    page.evaluate(OUT)
    outside = ["https://example.com/page", "https://example.com/worker"]
    assert page.watch.outside == outside
    assert "ERR_NAME_NOT_RESOLVED" in page.watch.errors[0]


@pytest.mark.parametrize("path", [*LESSONS, *BESIDES])
def test_lesson_begins_on_the_first_screen_of_a_phone(open_page, path):
    """제목 위의 장 이름이 아니라, 제목 아래의 첫 문장이 첫 화면에 다 보인다."""
    page = open_page(path, quiet=False, **PHONE)
    end = page.locator("article h1 ~ p").first.evaluate(FIRST_SENTENCE)
    assert 0 < end <= PHONE["height"], f"첫 문장이 {end:.0f}px에서 끝난다"


def test_a_phone_folds_what_a_desktop_shows(open_page):
    page = open_page(LESSONS[0], quiet=False, **PHONE)
    facts = page.locator(".book-about dl")
    assert not facts.is_visible()
    page.locator(".book-about summary").click()
    assert facts.is_visible()
    page = open_page(LESSONS[0], quiet=False, width=1280)
    assert page.locator(".book-about dl").is_visible()
    assert not page.locator(".book-about summary").is_visible()


@pytest.mark.parametrize("path", LESSONS)
def test_lesson_is_light(browser, site_url, path):
    """눌러 보기 전에 오가는 것이 약속한 크기를 넘지 않는다.

    끝까지 내리면 그림과, 화면에 가까워질 때 오는 실험 도구가 더해진다.
    """
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    came = []
    # 일꾼이 받은 것까지 센다
    page.on("requestfinished", lambda request: came.append(request))
    go(page, site_url + path)
    opened = kilobytes(came)
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    scrolled = kilobytes(came)
    context.close()
    assert 0 < opened <= LIMIT_KB, f"{opened:.0f} KB"
    assert scrolled <= SCROLLED_KB, f"{scrolled:.0f} KB"


def test_words_come_before_scripts(open_page):
    """스크립트는 글을 다 읽고 첫 화면을 그린 다음에 부른다."""
    page = open_page(LESSONS[0])
    read, asked = page.evaluate("""() => [
      performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
      performance.getEntriesByType("resource")
        .filter((e) => e.name.endsWith(".js")).map((e) => e.startTime),
    ]""")
    assert len(asked) >= 3 and min(asked) > read > 0


def kilobytes(requests) -> float:
    sizes = [request.sizes() for request in requests]
    return sum(s["responseBodySize"] + s["responseHeadersSize"] for s in sizes) / 1024


def test_unknown_address_gets_the_korean_404(open_page):
    page = open_page("없는/주소/", java_script_enabled=False)
    assert "찾" in page.inner_text("main")
    assert page.locator("html").get_attribute("lang") == "ko"

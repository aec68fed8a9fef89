"""읽는 이가 하는 일: 복사, 밝기, 휴대 전화, JavaScript 없이, 인쇄."""

from urllib.parse import urlsplit

import pytest

from sitegen.book import page as pages
from sitegen.book import site
from tests.browser.conftest import QUIET, Watch, address, go
from tests.copied import check

LESSONS = site.lesson_pages()
SHOWN = """[...document.querySelectorAll('img[src*="#only-"]')]
  .filter(image => getComputedStyle(image).display !== "none")
  .map(image => image.src.split("#")[1])"""
BLOCKED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {
    get() { throw new DOMException("막았다", "SecurityError") }
  })"""
OPEN = "document.querySelectorAll('details').forEach(d => d.open = true)"
COPY = """async block => {
  block.scrollIntoView()
  await navigator.clipboard.writeText("")
  let text = ""
  for (let tries = 0; !text && tries < 50; tries++) {
    block.querySelector(".md-code__button[data-md-type=copy]")?.click()
    await new Promise(done => setTimeout(done, 20))
    text = await navigator.clipboard.readText()
  }
  return text
}"""


def name(path):
    return path.relative_to(site.DOCS).as_posix()


def address_of(path):
    return address(name(path))


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_copied_blocks_run_in_a_fresh_interpreter(open_page, path):
    """복사 단추가 주는 글을 새 인터프리터에 붙여 넣으면 페이지의 출력이 나온다."""
    blocks = [b for b in pages.read(path).runnable if b.language == "python"]
    allowed = "clipboard-read", "clipboard-write"
    page = open_page(address_of(path), quiet=False, permissions=allowed)
    page.evaluate(OPEN)
    shown = page.locator("div.language-python").element_handles()
    check(blocks, [block.evaluate(COPY) for block in shown])


def hidden(page) -> bool:
    return page.locator(".import-lines").first.evaluate(
        "lines => getComputedStyle(lines).display === 'none'"
    )


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_import_lines_unfold_by_keyboard(open_page, script):
    page = open_page(address_of(LESSONS[4]), java_script_enabled=script)
    switch = page.get_by_role("checkbox", name="import").first
    assert hidden(page)
    switch.focus()
    page.keyboard.press("Space")
    assert not hidden(page)
    page.keyboard.press("Space")
    assert hidden(page)
    page.emulate_media(media="print")
    assert not hidden(page)
    page.emulate_media(media="screen")


def test_theme_switch_changes_page_and_figures_and_is_kept(open_page):
    page = open_page(address_of(LESSONS[0]))
    body = page.locator("body")
    light = body.get_attribute("data-md-color-scheme")
    page.locator(
        "header .md-option + label:visible, header label[for^=__palette]:visible"
    ).first.click()
    page.wait_for_function(
        "light => document.body.dataset.mdColorScheme !== light", arg=light
    )
    dark = body.get_attribute("data-md-color-scheme")
    assert set(page.evaluate(SHOWN)) == {"only-dark"}
    page.reload()
    assert body.get_attribute("data-md-color-scheme") == dark


@pytest.mark.parametrize("kept", ["not json", "[]", '{"index": 0}', None])
def test_a_broken_memory_keeps_the_dark_and_the_switch(browser, site_url, kept):
    """간직한 것이 망가졌거나 읽지 못해도(None) 기기의 밝기를 따르고 바꾼다."""
    page = browser.new_page(color_scheme="dark")
    page.watch = Watch(page, site_url)
    key = urlsplit(site_url).path + ".__palette"
    spoil = f"localStorage.setItem({key!r}, {kept!r})"
    page.add_init_script(BLOCKED if kept is None else spoil)
    go(page, site_url)
    body = page.locator("body")
    assert body.get_attribute("data-md-color-scheme") == "slate"
    page.locator("header label[for^=__palette]:visible").click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'default'")
    assert not page.watch.errors
    page.close()


def test_phone_navigation_reaches_a_chapter(open_page):
    page = open_page("", width=390, height=844)
    page.locator("header label[for=__drawer]").click()
    drawer = page.locator(".md-nav--primary")
    part = drawer.locator(".md-nav__container", has_text="딥러닝개론")
    part.locator("label").click()
    drawer.locator("a[href*='05-linear-regression-1']").click()
    page.wait_for_url("**/dl/05-linear-regression-1/")
    assert "선형회귀 1" in page.locator("h1").inner_text()


def test_planned_chapters_are_listed_without_a_page(open_page):
    page = open_page("cnn/")
    text = page.locator("main").inner_text()
    for chapter in site.read_syllabus(site.config())["cnn"]:
        assert chapter.title in text
    assert ("준비 중" in text) == bool(site.planned())
    for path in site.planned():
        assert (
            page.locator(f"a[href*='cnn/{path.stem}'], a[href^='{path.stem}']").count()
            == 0
        )


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_page_teaches_without_javascript(open_page, path):
    page = open_page(address_of(path), quiet=False, java_script_enabled=False)
    article = page.locator("article")
    assert article.locator("pre code").locator("visible=true").count() >= 2
    assert article.locator(".katex").first.is_visible()
    images = article.locator("img[src*='figures/']")
    assert images.count() >= 2
    details = article.locator("details")
    details.first.locator("summary").click()
    assert details.first.get_attribute("open") is not None


def test_print_shows_the_lesson_alone(open_page):
    page = open_page(address_of(LESSONS[0]))
    page.emulate_media(media="print")
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".md-sidebar").first.is_visible()
    assert page.locator("article h1").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_each_figure_once_whatever_the_screen(open_page, scheme):
    page = open_page(address_of(LESSONS[0]), scheme=scheme)
    page.emulate_media(media="print")
    assert set(page.evaluate(SHOWN)) == {"only-light"}


def test_table_of_contents_follows_and_links_work(open_page):
    page = open_page("dl/10-gradient-descent/")
    heading = page.locator("article h2[id]").nth(3)
    anchor = heading.get_attribute("id")
    contents = page.locator(".md-sidebar--secondary")
    name = heading.inner_text().removesuffix("¶").strip()
    contents.get_by_role("link", name=name, exact=True).click()
    page.wait_for_function(
        "hash => decodeURIComponent(location.hash) === '#' + hash", arg=anchor
    )
    assert heading.bounding_box()["y"] < 400


def test_going_to_a_section_keeps_what_the_reader_did(open_page):
    """절로 가는 링크와 뒤로 가기는 페이지를 다시 받지 않는다."""
    page = open_page("dl/10-gradient-descent/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("article").evaluate("e => e.dataset.edited = 'yes'")
    page.locator(".md-sidebar--secondary a").nth(3).click()
    page.wait_for_function("scrollY > 500 && location.hash")
    page.go_back()
    page.wait_for_function("scrollY < 100")
    page.evaluate(QUIET)
    assert page.evaluate("String(open)") == "function open() { [native code] }"
    assert page.watch.url + "dl/10-gradient-descent/" not in asked
    assert page.locator("article").get_attribute("data-edited") == "yes"
    page.locator("a.md-footer__link--next").click()
    page.wait_for_url("**/dl/11-optimizers/")
    page.go_back()
    page.wait_for_url("**/dl/10-gradient-descent/*")
    assert "경사하강법" in page.locator("h1").inner_text()


REST = """() => [...document.fonts]
  .find((one) => one.family.includes("Gaeron Sans Rest"))
  .unicodeRange.split(",").map((range) => range.trim().slice(2).split("-")[0])
  .map((code) => String.fromCodePoint(parseInt(code, 16)))
  .find((letter) => "가" <= letter && letter <= "힣")"""
# 너비를 물으면 그 글의 글꼴을 곧바로 부른다
WRITE = """(place, text) => {
  place.hidden = false
  place.textContent = text
  return place.offsetWidth
}"""


@pytest.mark.parametrize("place", [".book-verdict", ".md-search-result__meta"])
def test_a_syllable_the_page_never_showed_is_drawn(open_page, place):
    """채점의 말과 찾은 글은 한글 글꼴이 없는 기기에서도 빈칸으로 남지 않는다."""
    page = open_page("dl/05-linear-regression-1/")
    page.locator("[data-exercise]").first.scroll_into_view_if_needed()
    written = page.locator(place).first
    written.wait_for(state="attached")
    written.evaluate(WRITE, page.evaluate(REST))
    page.wait_for_function("document.fonts.status === 'loaded'")
    assert fonts_of(page, place) == {"Gaeron Sans"}


def test_buttons_made_by_scripts_are_whole(open_page):
    page = open_page("dl/05-linear-regression-1/")
    page.locator("[data-exercise]").first.scroll_into_view_if_needed()
    page.locator("[data-exercise] .run-go").first.wait_for()
    for selector in (".run-go", "[data-exercise] .run-go"):
        assert fonts_of(page, selector) == {"Gaeron Sans"}


def fonts_of(page, selector) -> set[str]:
    """그 글을 정말 그린 글꼴들."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    root = devtools.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    where = {"nodeId": root, "selector": selector}
    node = {"nodeId": devtools.send("DOM.querySelector", where)["nodeId"]}
    used = devtools.send("CSS.getPlatformFontsForNode", node)["fonts"]
    devtools.detach()
    return {font["familyName"] for font in used}


def test_the_home_page_leads_back_to_the_last_section(open_page, site_url):
    page = open_page("dl/05-linear-regression-1/", quiet=False)
    page.wait_for_load_state("networkidle")
    head = page.locator("article h2[id]").nth(3)
    head.evaluate("e => e.scrollIntoView()")
    page.wait_for_function("localStorage.getItem('book.place')")
    go(page, site_url)
    back = page.locator("[data-place] a")
    back.wait_for()
    assert back.text_content() == "선형회귀 1, 왜 제곱하는가"
    back.click()
    page.wait_for_url("**/dl/05-linear-regression-1/#*")
    assert page.locator(":target").text_content().startswith("왜 제곱하는가")


@pytest.mark.parametrize("kept", ["", "{", '{"path": "//a.example/"}', "[1]"])
def test_a_broken_place_is_no_place(open_page, site_url, kept):
    page = open_page("", quiet=False)
    page.evaluate("kept => localStorage.setItem('book.place', kept)", kept)
    go(page, site_url)
    page.locator("[data-total]:not(:empty)").wait_for()
    assert page.locator("[data-place]").is_hidden()

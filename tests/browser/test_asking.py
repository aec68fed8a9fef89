"""막혔어요 · 틀렸어요: 누를 때까지 묻지 않고, 누르면 돌려 본 것까지 적혀 있다."""

from urllib.parse import parse_qs, urlsplit

import pytest

LESSON = "dl/05-linear-regression-1/"
# 새 창이 GitHub로 가기 바로 앞에서 멈춘다
ASKED = """link => new Promise(done => {
  addEventListener("click", event => {
    event.preventDefault()
    done(event.target.href)
  }, {once: true})
  link.click()
})"""


def asked(link) -> dict[str, str]:
    address = urlsplit(link.evaluate(ASKED))
    assert address.netloc == "github.com"
    assert len(address.geturl()) < 8000
    return {name: told[0] for name, told in parse_qs(address.query).items()}


@pytest.fixture
def page(open_page):
    page = open_page(LESSON, quiet=False)
    page.locator(".book-ask").first.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    return page


def test_what_was_run_in_the_section_is_told(page):
    block = page.locator("[data-run=numpy]").first
    block.scroll_into_view_if_needed()
    block.locator(".run-go").wait_for()
    link = block.locator("xpath=following::p[@class='book-ask'][1]/a")
    link.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert "```" not in asked(link)["body"]
    block.locator(".run-button", has_text="고치기").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("가격 = 3\n가격 / 0  # " + "가" * 200)
    block.locator(".run-go").click()
    block.locator(".run-status", has_text="오류로 끝났다").wait_for(timeout=60_000)
    told = asked(link)
    assert told["title"].startswith("[dl/05-linear-regression-1] ")
    assert "가격 / 0" in told["body"]
    assert "ZeroDivisionError" in told["body"]
    assert asked(link) == told  # 두 번 눌러도 두 번 적지 않는다
    other = page.locator(".book-ask a").last
    other.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert "가격" not in asked(other)["body"].partition("---")[2]


def test_a_long_run_is_left_out_rather_than_cut(page):
    block = page.locator("[data-run=numpy]").first
    block.scroll_into_view_if_needed()
    link = block.locator("xpath=following::p[@class='book-ask'][1]/a")
    block.locator(".run-button", has_text="고치기").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("x = '" + "가" * 3000 + "'")
    block.locator(".run-go").click()
    block.locator(".run-status", has_text="다 돌았다").wait_for(timeout=60_000)
    link.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    told = asked(link)["body"]
    assert "가가" not in told
    assert told.startswith("어디: ")


@pytest.mark.parametrize("width", [390, 1280])
def test_without_script_the_link_names_page_and_section(open_page, width):
    page = open_page(LESSON, java_script_enabled=False, width=width)
    links = page.locator(".book-ask a")
    assert links.count() == page.locator("article h2[id]").count()
    href = links.nth(1).get_attribute("href")
    query = parse_qs(urlsplit(href).query)
    assert query["title"][0].startswith("[dl/05-linear-regression-1] ")

"""첫 쪽의 손글씨 칸: 마우스와 손가락과 자판으로, 받지 못할 때, JavaScript 없이."""

import math
import statistics

import pytest
from playwright.sync_api import expect

from sitegen.faces import digit
from tests.browser.axe import violations
from tests.browser.conftest import QUIET, know_every_page, move, reload

LIMIT_BYTES = 4e6
LIMIT_MS = 5
FOLDER = "/assets/models/"
# 두 손글씨의 확률과 걸린 시간이 같으면 답의 글도 같다. 글이 아니라 답한 횟수를 센다.
COUNT = """() => {
  window.told = 0
  const status = document.querySelector(".digit__status")
  new MutationObserver(() => window.told++).observe(status, {childList: true})
}"""

SHEETS = """() => [...document.querySelectorAll("canvas[data-maps]")].map(c =>
  [...c.getContext("2d").getImageData(0, 0, c.width, c.height).data]
    .filter((_, i) => i % 4 === 3))"""


def ring(x, y, rx, ry, start=-90, turn=360):
    steps = [math.radians(start + turn * k / 16) for k in range(17)]
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in steps]


# 학습에 쓴 모양과 따로, 사람이 마우스로 쓰듯 적은 것
DRAWINGS = {
    0: [ring(0.5, 0.5, 0.2, 0.3)],
    1: [[(0.42, 0.3), (0.52, 0.2), (0.5, 0.8)]],
    2: [[(0.3, 0.35), (0.4, 0.2), (0.6, 0.22), (0.66, 0.38), (0.3, 0.8), (0.7, 0.78)]],
    3: [
        [
            *[(0.3, 0.25), (0.5, 0.18), (0.66, 0.3), (0.48, 0.48)],
            *[(0.68, 0.62), (0.6, 0.8), (0.3, 0.8)],
        ]
    ],
    4: [[(0.42, 0.15), (0.25, 0.55), (0.75, 0.55)], [(0.6, 0.3), (0.58, 0.85)]],
    5: [
        [
            (0.35, 0.2),
            (0.32, 0.45),
            (0.6, 0.45),
            (0.68, 0.65),
            (0.5, 0.82),
            (0.3, 0.75),
        ],
        [(0.35, 0.2), (0.7, 0.2)],
    ],
    6: [[(0.6, 0.15), (0.4, 0.4), *ring(0.48, 0.66, 0.14, 0.16, 180, -350)]],
    7: [[(0.25, 0.2), (0.72, 0.22), (0.45, 0.85)]],
    8: [ring(0.5, 0.34, 0.13, 0.15, 90), ring(0.5, 0.66, 0.16, 0.17)],
    9: [[*ring(0.47, 0.35, 0.15, 0.16, 0, -360), (0.6, 0.8)]],
}


def paper(page):
    """칸으로 다가가 쓸 수 있게 되면, 칸 속의 자리를 화면의 자리로 바꾸는 함수."""
    canvas = page.locator(".digit__canvas")
    canvas.evaluate("e => e.scrollIntoView({block: 'center'})")
    page.locator("canvas.digit__sample").wait_for(state="attached")
    box = canvas.bounding_box()
    return lambda x, y: (box["x"] + x * box["width"], box["y"] + y * box["height"])


def draw(page, strokes):
    place = paper(page)
    for first, *rest in strokes:
        page.mouse.move(*place(*first))
        page.mouse.down()
        for point in rest:
            page.mouse.move(*place(*point), steps=3)
        page.mouse.up()


def answer(page):
    """획이 끝난 뒤의 답을 기다려 (숫자, 걸린 밀리초)를 얻는다."""
    page.locator(".digit__status", has_text="읽은 숫자").wait_for()
    root = page.locator(".digit")
    return int(root.locator(".digit__best").inner_text()), float(
        root.get_attribute("data-time")
    )


def received(page):
    urls = []
    page.on("request", lambda r: urls.append(r.url) if FOLDER in r.url else None)
    return urls


def test_drawn_digits_are_read_within_the_limits(open_page):
    page = open_page()
    paper(page)
    done = []
    page.on("requestfinished", lambda request: done.append(request))
    read, times = {}, []
    for number, strokes in DRAWINGS.items():
        draw(page, strokes)
        read[number], time = answer(page)
        times.append(time)
        page.locator(".digit__clear").click()
    assert read == {number: number for number in DRAWINGS}
    assert statistics.median(times) < LIMIT_MS, times
    assert 1e6 < sum(r.sizes()["responseBodySize"] for r in done) < LIMIT_BYTES
    assert page.watch.errors == []
    assert page.watch.outside == []


def test_nothing_is_received_before_the_first_stroke(open_page):
    page = open_page()
    urls = received(page)
    page.mouse.move(*paper(page)(0.5, 0.5))
    page.evaluate(QUIET)
    assert urls == []
    page.mouse.down()
    page.mouse.up()
    answer(page)
    assert len(urls) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_keyboard_chooses_handwriting_and_hears_the_answer(open_page, width, scheme):
    page = open_page(width=width, scheme=scheme)
    paper(page)
    button = page.get_by_role("button", name="손글씨 3 보여 주기")
    static = page.locator(".digit__answer").inner_text()
    button.focus()
    page.keyboard.press("Enter")
    assert answer(page)[0] == 3
    assert page.locator(".digit__status").get_attribute("role") == "status"
    assert page.locator(".digit__answer").inner_text() == static
    assert violations(page, ".digit") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_live_network_computes_what_torch_computed(open_page):
    """지을 때 torch가 낸 확률과 특성 맵이 페이지에서 낸 것과 같다."""
    page = open_page()
    paper(page)
    drawn = page.evaluate(SHEETS)
    page.get_by_role("button", name="손글씨 3 보여 주기").click()
    answer(page)
    for before, after in zip(drawn, page.evaluate(SHEETS), strict=True):
        assert max(before) == max(after) == 255
        assert before == pytest.approx(after, abs=2)
    bars = page.locator(".digit__bars > li")
    live = bars.evaluate_all("all => all.map(e => +e.style.getPropertyValue('--p'))")
    assert live == pytest.approx(digit.card()["shown"]["probabilities"], abs=1e-4)


def test_pressing_again_shows_another_hand(open_page):
    page = open_page()
    paper(page)
    button = page.get_by_role("button", name="손글씨 6 보여 주기")
    page.evaluate(COUNT)
    seen = set()
    for _ in range(4):
        before = page.evaluate("told")
        button.click()
        page.wait_for_function("before => told > before", arg=before)
        answer(page)
        seen.add(page.locator(".digit__sample").evaluate("e => e.toDataURL()"))
    assert len(seen) == 4


def test_a_finger_writes_without_scrolling(open_page):
    page = open_page(width=390, height=844, has_touch=True, is_mobile=True)
    place = paper(page)
    top = page.evaluate("scrollY")
    devtools = page.context.new_cdp_session(page)

    def touch(kind, *points):
        points = [dict(zip("xy", place(*p), strict=True)) for p in points]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    for first, *rest in DRAWINGS[7]:
        touch("touchStart", first)
        for point in rest:
            touch("touchMove", point)
        touch("touchEnd")
    assert answer(page)[0] == 7
    assert page.evaluate("scrollY") == top


def test_lost_connection_keeps_the_drawing_and_can_be_retried(open_page):
    page = open_page()
    page.route("**/*.wasm.gzip", lambda route: route.abort())
    draw(page, DRAWINGS[4])
    retry = page.get_by_role("button", name="다시 받기")
    retry.wait_for()
    expect(page.locator(".digit__status")).to_contain_text("받지 못했다")
    page.unroute("**/*.wasm.gzip")
    retry.click()
    assert answer(page)[0] == 4
    assert retry.is_hidden()


@pytest.mark.parametrize(
    "break_it",
    ["delete self.DecompressionStream", "WebAssembly.instantiate = null"],
    ids=["옛 브라우저", "막힌 WASM"],
)
def test_a_browser_that_cannot_run_it_says_so(open_page, break_it):
    page = open_page()

    def worker(route):
        route.fulfill(response=(got := route.fetch()), body=f"{break_it};{got.text()}")

    page.route("**/model.worker.*", worker)
    draw(page, DRAWINGS[1])
    page.get_by_role("button", name="다시 받기").wait_for()
    assert "돌리지 못했다" in page.locator(".digit__status").inner_text()


def test_visit_keeps_the_network_when_pages_change(open_page):
    page = open_page()
    know_every_page(page)
    reload(page)
    draw(page, DRAWINGS[0])
    answer(page)
    urls = received(page)
    move(page, "cnn/")
    move(page, "")
    draw(page, DRAWINGS[2])
    assert answer(page)[0] == 2
    assert urls == []


def test_clearing_forgets_the_drawing(open_page):
    page = open_page()
    draw(page, DRAWINGS[3])
    answer(page)
    page.locator(".digit__clear").click()
    ink = "c => c.getContext('2d').getImageData(0, 0, 560, 560).data.some(v => v)"
    assert not page.locator(".digit__canvas").evaluate(ink)
    assert not page.locator(".digit__said").is_visible()


def test_without_javascript_the_example_stands(open_page):
    page = open_page(java_script_enabled=False)
    root = page.locator(".digit")
    assert root.locator("[data-maps=maps2]").is_visible()
    assert root.locator(".digit__best").inner_text() == "3"
    assert not root.locator("button").first.is_visible()
    lab = page.get_by_role("link", name="분류기를 처음부터 만드는 실습")
    lab.click()
    assert "손글씨" in page.locator("h1").inner_text()

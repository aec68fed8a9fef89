"""실험 도구: 마우스, 손가락, 글쇠로 움직이고, 주소에 남고, 밀리지 않고, 작다."""

import gzip
import re
from urllib.parse import urlsplit

import pytest

from tests.browser.test_pages import AXE

PAGES = {
    "line-fit": "dl/05-linear-regression-1/",
    "gradient-map": "dl/10-gradient-descent/",
    "conv-step": "cnn/03-convolution-1/",
}
LIMIT_KB = 30


@pytest.fixture
def open_widget(open_page):
    def open_(tag, query="", **options):
        page = open_page(PAGES[tag] + query, **options)
        page.locator(tag).scroll_into_view_if_needed()
        widget = page.locator(f"{tag} .frame")
        widget.wait_for()
        widget.evaluate("e => e.scrollIntoView({block: 'center'})")
        return page, widget

    return open_


def kept(page, tag: str, value: str | None) -> bool:
    """손을 멈춘 뒤 주소에 그 상태가 남는가."""
    query = "([tag, value]) => new URLSearchParams(location.search).get(tag) === value"
    page.wait_for_function(query, arg=[tag, value], timeout=5000)
    return True


def centre(locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, locator, dx, dy):
    x, y = centre(locator)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx, y + dy, steps=6)
    page.mouse.up()


def swipe(page, locator, dx, dy):
    x, y = centre(locator)
    touch = page.context.new_cdp_session(page)

    def send(kind, *at):
        points = [{"x": px, "y": py} for px, py in at]
        event = {"type": kind, "touchPoints": points}
        touch.send("Input.dispatchTouchEvent", event)

    send("touchStart", (x, y))
    for i in range(1, 7):
        send("touchMove", (x + dx * i / 6, y + dy * i / 6))
    send("touchEnd")


def six_minutes(widget) -> float:
    """자료의 그림에서 6분이 몇 픽셀인가."""
    return widget.locator(".ground").first.bounding_box()["height"] * 6 / 40


@pytest.mark.parametrize("tag", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_widget_wakes_in_the_place_kept_for_it(
    open_page, open_widget, tag, width, scheme
):
    asleep = open_page(PAGES[tag], width=width).locator(tag).bounding_box()
    page, widget = open_widget(tag, width=width, scheme=scheme, bypass_csp=True)
    assert page.locator(tag).bounding_box()["height"] == asleep["height"]
    assert not page.locator(f"{tag} img").first.is_visible()
    page.add_script_tag(path=str(AXE))
    found = page.evaluate(f"axe.run('{tag}', {{resultTypes: ['violations']}})")
    assert [v["id"] for v in found["violations"]] == []
    frame = widget.bounding_box()
    assert asleep["height"] - 30 <= frame["height"] <= asleep["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.watch.errors == page.watch.outside == page.watch.missing == []


@pytest.mark.parametrize("tag", PAGES)
def test_widget_stays_a_figure_without_javascript(open_page, tag):
    page = open_page(PAGES[tag], java_script_enabled=False)
    figure = page.locator(f"{tag} img").first
    figure.scroll_into_view_if_needed()
    assert figure.is_visible()
    assert page.locator(tag).bounding_box()["height"] < 450


@pytest.mark.parametrize("tag", PAGES)
def test_widget_is_small_and_comes_when_near(browser, site_url, tag):
    context = browser.new_context(viewport={"width": 1280, "height": 700})
    page = context.new_page()
    scripts = {}
    page.on(
        "response",
        lambda r: r.url.endswith(".js") and scripts.setdefault(r.url, r),
    )
    page.goto(site_url + PAGES[tag], wait_until="networkidle")
    before = set(scripts)
    assert page.evaluate(f"customElements.get('{tag}')") is None
    page.locator(tag).scroll_into_view_if_needed()
    page.locator(f"{tag} .frame").wait_for()
    page.wait_for_load_state("networkidle")
    others = [t for t in PAGES if t != tag]
    assert page.evaluate("t => t.filter(n => customElements.get(n))", others) == []
    came = [scripts[url].body() for url in set(scripts) - before]
    context.close()
    size = sum(len(gzip.compress(body)) for body in came) / 1024
    assert 1 < size <= LIMIT_KB, f"{size:.1f} KB"


def test_line_follows_the_mouse_and_the_address_remembers(open_widget):
    page, widget = open_widget("line-fit")
    assert "ŷ = 5x + 10" in widget.inner_text()
    drag(page, widget.get_by_label("점 3"), 0, -six_minutes(widget))
    assert "ŷ = 8x + 6" in widget.inner_text()
    assert "MSE 0\n" in widget.inner_text()
    assert kept(page, "line-fit", "1_14_2_22_3_30")
    page.reload(wait_until="networkidle")
    assert "ŷ = 8x + 6" in widget.inner_text()
    page.get_by_role("button", name="처음으로").click()
    assert kept(page, "line-fit", None)


def test_line_by_keyboard(open_widget):
    page, widget = open_widget("line-fit")
    point = widget.get_by_label("점 2")
    point.focus()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    assert "ŷ = 5x + 11" in widget.inner_text()
    assert point.get_attribute("aria-valuetext") == "x 2, y 25, 잔차 4"
    page.wait_for_timeout(450)
    said = page.locator("line-fit .live").text_content()
    assert "직선 ŷ = 5x + 11, 평균 제곱 오차 8." in said
    page.keyboard.press("Delete")
    assert widget.get_by_label(re.compile("^점 ")).count() == 2


def test_worse_lines_are_chosen_in_the_bowl(open_widget):
    page, widget = open_widget("line-fit")
    knob = widget.get_by_label("직선의 w와 b")
    knob.focus()
    for key in ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown"]:
        page.keyboard.press(key)
    assert "ŷ = 6x + 8" in widget.inner_text()
    assert "MSE 2.67" in widget.inner_text()
    for _ in range(4):
        page.keyboard.press("ArrowUp")
    assert "MSE 18.67" in widget.inner_text()
    assert "바닥은 2" in widget.inner_text()
    assert kept(page, "line-fit", "1_14_2_22_3_24__6_12")
    widget.get_by_role("button", name="맞춘 직선").click()
    assert "ŷ = 5x + 10" in widget.inner_text()


def test_points_are_added_and_removed(open_widget):
    _, widget = open_widget("line-fit")
    points = widget.get_by_label(re.compile("^점 "))
    widget.locator(".ground").first.click(position={"x": 250, "y": 40})
    assert points.count() == 4
    widget.get_by_role("button", name="점 더하기").click()
    assert points.count() == 5
    for _ in range(3):
        widget.get_by_role("button", name="점 빼기").click()
    assert points.count() == 2
    assert widget.get_by_role("button", name="점 빼기").is_disabled()


def test_broken_address_starts_afresh(open_widget):
    _, widget = open_widget("line-fit", "?line-fit=1_x____")
    assert "ŷ = 5x + 10" in widget.inner_text()


def test_same_x_has_no_slope(open_widget):
    _, widget = open_widget("line-fit", "?line-fit=2_10_2_30")
    assert "x가 모두 같아 기울기를 정할 수 없다" in widget.inner_text()
    assert "ŷ = 0x + 20" in widget.inner_text()


def test_touch_drags_instead_of_scrolling(open_widget):
    page, widget = open_widget("line-fit", width=390, height=844, has_touch=True)
    point = widget.get_by_label("점 3")
    point.evaluate("e => e.scrollIntoView({block: 'center'})")
    before = page.evaluate("scrollY")
    swipe(page, point, 0, -six_minutes(widget))
    assert "ŷ = 8x + 6" in widget.inner_text()
    assert page.evaluate("scrollY") == before


def rate_to(widget, value):
    slider = widget.get_by_role("slider", name="학습률 η")
    slider.fill(str(value))
    return widget.inner_text()


def test_rates_are_named_and_the_bound_is_marked(open_widget):
    _, widget = open_widget("gradient-map")
    assert "2/L = 0.2" in widget.inner_text()
    names = {0.01: "느림", 0.1: "빠름", 0.18: "진동", 0.2: "왕복", 0.21: "발산"}
    heights = {0.01: "6.6843", 0.1: "0.6381", 0.18: "0.0919", 0.21: "49.2766"}
    for rate, name in names.items():
        text = rate_to(widget, rate)
        assert widget.locator("b").first.inner_text() == name
        assert f"높이 {heights.get(rate, '')}" in text
    widget.get_by_role("slider", name="가파른 쪽의 곡률").fill("20")
    assert "2/L = 0.1" in rate_to(widget, 0.1)
    assert widget.locator("b").first.inner_text() == "왕복"


def test_floor_of_the_valley_does_not_diverge(open_widget):
    page, widget = open_widget("gradient-map")
    rate_to(widget, 0.21)
    widget.get_by_label("출발점").focus()
    for _ in range(2):
        page.keyboard.press("Shift+ArrowDown")
    assert widget.locator("b").first.inner_text() == "느림"
    assert "가파른 쪽이 0이라 튀지 않는다" in widget.inner_text()


def test_each_bottom_has_its_own_bound(open_widget):
    _, widget = open_widget("gradient-map")
    widget.get_by_text("네 골짜기").click()
    assert "2/L = 0.0243" in rate_to(widget, 0.02)
    assert "진동" in widget.inner_text()
    _, widget = open_widget(
        "gradient-map", "?gradient-map=himmelblau__-1_-1.5__0.02__100__1_10"
    )
    assert "2/L = 0.0149" in widget.inner_text()
    assert "맴돎" in widget.inner_text()
    assert "높이 33.4267" in widget.inner_text()
    assert "처음 골짜기의 바닥에 닿았다" in rate_to(widget, 0.01)


def test_saddle_holds_only_those_exactly_on_the_axis(open_widget):
    page, widget = open_widget(
        "gradient-map", "?gradient-map=saddle__-4_0.1__0.1__20__1_10"
    )
    assert "미끄러짐" in widget.inner_text()
    widget.get_by_label("출발점").focus()
    page.keyboard.press("ArrowDown")
    assert "갇힘" in widget.inner_text()


@pytest.mark.parametrize("touch", [False, True])
def test_start_is_picked_on_the_map(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("gradient-map", width=width, has_touch=touch)
    ground, knob = widget.locator(".ground").first, widget.get_by_label("출발점")
    ground.evaluate("e => e.scrollIntoView({block: 'center'})")
    box = ground.bounding_box()
    at = {"x": box["width"] * 0.2, "y": box["height"] * 0.3}
    (ground.tap if touch else ground.click)(position=at)
    assert start_of(knob) == pytest.approx((-3, 2), abs=0.11)
    (swipe if touch else drag)(page, knob, box["width"] / 5, 0)
    assert start_of(knob) == pytest.approx((-1, 2), abs=0.11)


def start_of(knob) -> tuple[float, ...]:
    text = knob.get_attribute("aria-valuetext").replace("−", "-")
    return tuple(float(part.split()[-1]) for part in text.split(","))


def test_path_is_played_from_the_start(open_widget):
    page, widget = open_widget("gradient-map")
    widget.get_by_role("button", name="재생").click()
    page.wait_for_timeout(700)
    widget.get_by_role("button", name="멈춤").click()
    shown = int(re.search(r"(\d+)걸음:", widget.inner_text())[1])
    assert 1 <= shown <= 6
    widget.get_by_role("button", name="한 걸음").click()
    assert f"{shown + 1}걸음:" in widget.inner_text()
    widget.get_by_role("button", name="뒤로").click()
    assert f"{shown}걸음:" in widget.inner_text()


def test_reduced_motion_jumps_to_the_end(open_widget):
    _, widget = open_widget("conv-step", reduced_motion="reduce")
    widget.get_by_role("button", name="끝까지").click()
    assert "y[2, 2] = " in widget.inner_text()


def test_kernel_steps_by_buttons_keys_and_pointer(open_widget):
    page, widget = open_widget("conv-step")
    assert "y[0, 0] = 1·1 + 2·2 + 3·0 + 4·1 = 9" in widget.inner_text()
    widget.get_by_role("button", name="다음 칸").click()
    assert "= 17" in widget.inner_text()
    cell = widget.get_by_label("출력의 칸")
    cell.focus()
    page.keyboard.press("ArrowDown")
    assert "y[1, 1] = " in widget.inner_text()
    assert cell.get_attribute("aria-valuetext") == "1행 1열, 값 14"
    page.mouse.click(*centre(widget.get_by_label("출력", exact=True)))
    assert "y[1, 1] = " in widget.inner_text()
    page.mouse.click(*centre(widget.locator(".cell").nth(15)))
    assert "y[2, 2] = " in widget.inner_text()
    assert kept(page, "conv-step", "medium__1_2_3_4__1_0_1__8")
    page.reload(wait_until="networkidle")
    assert "y[2, 2] = " in widget.inner_text()


def test_settings_change_the_size_and_say_why_not(open_widget):
    _, widget = open_widget("conv-step", width=390, has_touch=True)
    slide = {
        name: widget.get_by_role("slider", name=name)
        for name in ("패딩 p", "스트라이드 s", "팽창 d")
    }
    slide["스트라이드 s"].fill("3")
    assert "⌊(4 + 2·0 − 2) / 3⌋ + 1 = 1" in widget.inner_text()
    assert widget.locator(".unseen").count() == 12
    widget.get_by_text("8×8 손글씨").tap()
    widget.get_by_text("모두 1").tap()
    slide["스트라이드 s"].fill("2")
    assert "⌊(8 + 2·0 − 3) / 2⌋ + 1 = 3" in widget.inner_text()
    assert widget.locator(".unseen").count() == 15
    slide["패딩 p"].fill("1")
    assert "+ 1 = 4" in widget.inner_text()
    assert widget.locator(".unseen").count() == 0
    widget.get_by_text("3×3", exact=True).tap()
    slide["스트라이드 s"].fill("1")
    slide["팽창 d"].fill("2")
    slide["패딩 p"].fill("0")
    assert "padding을 1 이상으로 늘리거나" in widget.inner_text()
    slide["패딩 p"].fill("1")
    assert "y[0, 0] = " in widget.inner_text()
    assert widget.locator(".sum b").inner_text() == "1"


def test_kernel_values_are_edited(open_widget):
    page, widget = open_widget("conv-step")
    widget.get_by_label("W[0, 0]").fill("-2.5")
    assert "(−2.5)·1 + 2·2 + 3·0 + 4·1 = 5.5" in widget.inner_text()
    assert kept(page, "conv-step", "medium__-2.5_2_3_4__1_0_1__0")


def test_contents_and_other_pages_live_with_the_state(open_widget):
    page, widget = open_widget("line-fit", "?line-fit=1_14_2_22_3_30")
    page.locator(".md-sidebar--secondary a", has_text="흔한 오해").first.click()
    page.wait_for_timeout(300)
    assert urlsplit(page.url).fragment
    assert "ŷ = 8x + 6" in widget.inner_text()
    page.goto(page.url.split("?")[0], wait_until="networkidle")
    page.locator(
        f".md-sidebar--primary a[href*='{PAGES['gradient-map']}']"
    ).first.click()
    page.wait_for_url(f"**/{PAGES['gradient-map']}")
    page.locator("gradient-map").scroll_into_view_if_needed()
    other = page.locator("gradient-map .frame")
    other.wait_for()
    assert "2/L = 0.2" in other.inner_text()

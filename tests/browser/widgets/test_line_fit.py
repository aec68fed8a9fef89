"""<line-fit>: 직선과 손실이 lessons와 같고, 마우스와 글쇠와 손가락으로 움직인다."""

import re
from urllib.parse import urlsplit

import numpy as np
import pytest
from playwright.sync_api import expect

from lessons.dl.linear_regression import LinearRegression, mean_squared_error
from tests.browser.conftest import go, reload
from tests.browser.gestures import drag, kept, swipe
from tests.browser.widgets.conftest import PAGES
from tests.browser.widgets.formulas import ask

CLOSE = {"rtol": 1e-9, "atol": 1e-9}
TIMES = 40
LINE = """({points, at}) => ({
  fit: fit(points),
  residuals: residuals(points, at),
  loss: meanSquaredError(points, at),
  area: squaredSum(points, at),
})"""


@pytest.fixture
def rng():
    return np.random.default_rng(3)


def test_line_and_loss(rng):
    states = []
    for i in range(TIMES):
        N = int(rng.integers(2, 9))
        x = rng.integers(0, 13, N) / 2 if i else np.full(N, 1.5)
        y = rng.integers(0, 41, N)
        w, b = rng.normal(size=2) * 10
        state = {"points": np.c_[x, y].tolist(), "at": {"w": w, "b": b}}
        states.append(state)
    for state, answer in zip(states, ask("line-fit", LINE, states), strict=True):
        x, y = np.array(state["points"]).T
        w, b = state["at"]["w"], state["at"]["b"]
        model = LinearRegression().fit(x[:, None], y)
        found = [answer["fit"]["w"], answer["fit"]["b"]]
        np.testing.assert_allclose(found, [model.coef_[0], model.intercept_], **CLOSE)
        np.testing.assert_allclose(answer["residuals"], y - (w * x + b), **CLOSE)
        loss = mean_squared_error(y, w * x + b)
        np.testing.assert_allclose(answer["loss"], loss, **CLOSE)
        np.testing.assert_allclose(answer["area"], loss * len(x), **CLOSE)


def six_minutes(widget) -> float:
    """자료의 그림에서 6분이 몇 픽셀인가."""
    return widget.locator(".ground").first.bounding_box()["height"] * 6 / 40


def test_line_follows_the_mouse_and_the_address_remembers(open_widget):
    page, widget = open_widget("line-fit")
    assert "ŷ = 5x + 10" in widget.inner_text()
    drag(page, widget.get_by_label("점 3"), 0, -six_minutes(widget))
    assert "ŷ = 8x + 6" in widget.inner_text()
    assert "MSE 0\n" in widget.inner_text()
    assert kept(page, "line-fit", "1_14_2_22_3_30")
    reload(page)
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
    said = "직선 ŷ = 5x + 11, 평균 제곱 오차 8."
    expect(page.locator("line-fit .live")).to_contain_text(said)
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
    before = widget.bounding_box()["y"]
    swipe(page, point, 0, -six_minutes(widget))
    assert "ŷ = 8x + 6" in widget.inner_text()
    assert widget.bounding_box()["y"] == pytest.approx(before, abs=1)


def test_contents_and_other_pages_live_with_the_state(open_widget, site_url):
    page, widget = open_widget("line-fit", "?line-fit=1_14_2_22_3_30", site_url)
    page.locator(
        ".md-sidebar--secondary a", has_text="직선이 평평하게 나올 때"
    ).first.click()
    page.wait_for_function("location.hash")
    assert urlsplit(page.url).fragment
    assert "ŷ = 8x + 6" in widget.inner_text()
    go(page, page.url.split("?")[0])
    page.locator(
        f".md-sidebar--primary a[href*='{PAGES['gradient-map']}']"
    ).first.click()
    page.wait_for_url(f"**/{PAGES['gradient-map']}")
    page.locator("gradient-map").scroll_into_view_if_needed()
    other = page.locator("gradient-map .frame")
    other.wait_for()
    assert "2/L = 0.2" in other.inner_text()

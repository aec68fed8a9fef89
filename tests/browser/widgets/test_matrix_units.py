"""<matrix-units>: 짚은 것과 함께 켜지는 칸, 더하고 뺄 때 바뀌는 수."""

import itertools

import numpy as np
import pytest

from lessons.dl.affine import affine, count_parameters
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

SIZES = [
    {"N": N, "D": D, "K": K}
    for N, D, K in itertools.product(range(1, 6), range(1, 5), range(1, 5))
]
START = "?matrix-units=4_3_2__"


def test_values_are_the_affine_map():
    formula = "sizes => ({ ...values(sizes), count: counts(sizes) })"
    answers = ask("matrix-units", formula, SIZES)
    for sizes, answer in zip(SIZES, answers, strict=True):
        N, D, K = sizes.values()
        X, W, b = (np.array(answer[name]) for name in "XWb")
        assert (X.shape, W.shape, b.shape) == ((N, D), (D, K), (K,))
        Z = affine(X, W, b)
        assert np.array_equal(answer["Z"], Z)
        count = answer["count"]
        sizes_of = [count[name] for name in "XWbZ"]
        assert sizes_of == [X.size, W.size, b.size, Z.size]
        assert count["parameters"] == count_parameters([D, K])


def test_numbers_are_those_of_the_page():
    answers = ask("matrix-units", "values", [SIZES[0] | {"N": 4, "D": 3, "K": 2}])
    assert answers[0]["X"] == [[2, 1, 0], [1, 0, 4], [0, 2, 1], [3, 0, 0]]
    assert answers[0]["Z"] == [[15, 14], [11, 12], [9, 14], [17, 12]]
    grown = ask("matrix-units", "values", [{"N": 5, "D": 3, "K": 3}])[0]
    assert grown["Z"][0] == [15, 14, 11]
    assert grown["Z"][4] == [11, 12, 11]


def test_only_what_is_picked_changes_what_is_lit():
    """진하게 켜진 W의 칸을 바꾸면 진하게 켜진 Z의 칸만 바뀐다."""
    formula = """pick => ({
      W: [0, 1, 2].map(d => [0, 1].map(k => light(pick, { d, k }))),
      Z: [0, 1, 2, 3].map(n => [0, 1].map(k => light(pick, { n, k }))),
      b: [0, 1].map(k => lightBias(pick, k)),
    })"""
    picks = [{"n": None, "d": 1, "k": 0}, {"n": None, "d": None, "k": 1}]
    rng = np.random.default_rng(0)
    X, W, b = rng.random((4, 3)), rng.random((3, 2)), rng.random(2)
    for lit in ask("matrix-units", formula, picks):
        moved = W + (np.array(lit["W"]) == "hit")
        shifted = b + (np.array(lit["b"]) == "hit")
        same = affine(X, W, b) == affine(X, moved, shifted)
        assert np.array_equal(~same, np.array(lit["Z"]) == "hit")


def lit(widget, kind="hit"):
    """켜진 칸과 선의 수"""
    return [widget.locator(f".{part}.{kind}").count() for part in ("cell", "line")]


def name(widget, text, index=0):
    return widget.locator(".pickable").get_by_text(text, exact=True).nth(index)


@pytest.mark.parametrize("touch", [False, True])
def test_names_and_cells_are_picked(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("matrix-units", width=width, has_touch=touch)
    press = "tap" if touch else "click"
    assert "손님 1, 가: 2·5 + 1·3 + 0·1 + 2 = 15" in widget.inner_text()
    assert lit(widget) == [3 + 3 + 1 + 1, 4]
    getattr(name(widget, "가"), press)()
    assert "매개변수 D + 1 = 4개" in widget.inner_text()
    assert lit(widget) == [3 + 1 + 4, 3 + 1]
    assert lit(widget, "near") == [12, 0]
    getattr(name(widget, "배", 1), press)()
    assert "유닛마다 보내는 몫은 가 3, 나 6" in widget.inner_text()
    assert lit(widget) == [4 + 2, 2]
    assert lit(widget, "near") == [8, 0]
    getattr(name(widget, "손님 1"), press)()
    assert lit(widget) == [3 + 2, 0]
    assert lit(widget, "near") == [6 + 2, 8]
    getattr(widget.locator(".cell").nth(12 + 2), press)()
    assert "배에서 가로 가는 선 하나, 가중치 3. 손님 4명이" in widget.inner_text()
    assert lit(widget)[1] == 1
    assert kept(page, "matrix-units", "4_3_2__0_2_1")


def test_a_line_is_picked(open_widget):
    _, widget = open_widget("matrix-units", START + "0_0_1")
    widget.locator(".line .reach").nth(5).dispatch_event("click")
    assert "감에서 나로 가는 선 하나, 가중치 2" in widget.inner_text()


def test_hovering_only_looks(open_widget):
    page, widget = open_widget("matrix-units")
    before = widget.locator(".words").inner_text()
    name(widget, "나").hover()
    assert "유닛 나" in widget.locator(".words").inner_text()
    page.mouse.move(2, 2)
    assert widget.locator(".words").inner_text() == before


def test_adding_changes_the_counts_as_the_page_says(open_widget):
    page, widget = open_widget("matrix-units", START + "1_0_0")
    counts = widget.locator(".counts")

    def add(what):
        widget.get_by_role("button", name=f"{what} 하나 더하기").click()

    add("손님을")
    text = counts.inner_text()
    assert "X 5×3 = 15칸 +3" in text and "Z 5×2 = 10칸 +2" in text
    assert counts.locator(".moved").count() == 2
    assert "매개변수는 8개 그대로" in widget.inner_text()
    add("과일을")
    assert "매개변수는 8개에서 10개" in widget.inner_text()
    assert counts.locator(".moved").count() == 3
    add("가게를")
    assert "매개변수는 10개에서 15개" in widget.inner_text()
    assert "매개변수 (4 + 1)×3 = 15개 +5" in counts.inner_text()
    assert kept(page, "matrix-units", "5_4_3__1_0_0")
    widget.get_by_role("button", name="과일을 하나 빼기").click()
    widget.get_by_role("button", name="가게를 하나 빼기").click()
    assert "가게를 하나 뺐다. 매개변수는 12개에서 8개" in widget.inner_text()
    add("가게를")
    add("과일을")
    assert "매개변수는 12개에서 15개" in widget.inner_text()
    assert widget.get_by_role("button", name="손님을 하나 더하기").is_disabled()


def test_removing_what_is_picked_moves_the_pick(open_widget):
    page, widget = open_widget("matrix-units", START + "0_0_2")
    widget.get_by_role("button", name="가게를 하나 빼기").click()
    assert "유닛 가" in widget.inner_text()
    assert widget.get_by_role("button", name="가게를 하나 빼기").is_disabled()
    assert kept(page, "matrix-units", "4_3_1__0_0_1")


def test_keys_walk_over_cells(open_widget):
    page, widget = open_widget("matrix-units")
    grip = widget.get_by_role("slider")
    grip.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    assert "손님 2, 나: 1·4 + 0·6 + 4·2 + 0 = 12" in widget.inner_text()
    assert grip.get_attribute("aria-valuetext").startswith("손님 2, 나")
    assert grip.get_attribute("aria-valuenow") == "4"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert "손님 1, 나" in widget.inner_text()
    widget.get_by_role("radio", name="X 칸").check(force=True)
    assert "손님 1의 사과 2개: 가에 2·5 = 10, 나에 2·4 = 8" in widget.inner_text()
    widget.get_by_role("radio", name="과일").check(force=True)
    grip.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    assert "특성 감" in widget.inner_text()
    assert kept(page, "matrix-units", "4_3_2__0_3_0")


@pytest.mark.parametrize("text", ["4_3_2__1_1_1", "4_3_2__0_0_0", "q", "4_3__1_0_1"])
def test_a_strange_address_is_survived(open_widget, text):
    _, widget = open_widget("matrix-units", f"?matrix-units={text}")
    assert "손님 1, 가:" in widget.inner_text()


def test_a_far_address_is_brought_back(open_widget):
    _, widget = open_widget("matrix-units", "?matrix-units=9_9_9__50_0_50")
    assert "손님 5, 라:" in widget.inner_text()

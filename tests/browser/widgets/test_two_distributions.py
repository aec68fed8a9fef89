"""<two-distributions>: 세 값이 lessons와 같고, 본문이 말한 숫자가 보인다."""

import numpy as np
import pytest

from lessons.dl.entropy import entropy
from tests.browser.gestures import drag, kept, swipe
from tests.browser.widgets.formulas import ask

VALUES = """({y, p}) => ({
  H: entropy(y), D: divergence(y, p), cross: crossEntropy(y, p), hot: oneHot(y),
})"""
CLOSE = {"rtol": 1e-11, "atol": 1e-12}


def test_values_are_those_of_lessons():
    rng = np.random.default_rng(0)
    pairs = rng.dirichlet(np.ones(4), (60, 2))
    pairs[:10, 0] = np.eye(4)[rng.integers(0, 4, 10)]
    states = [{"y": y.tolist(), "p": p.tolist()} for y, p in pairs]
    for (y, p), answer in zip(
        pairs, ask("two-distributions", VALUES, states), strict=True
    ):
        H, D = entropy(y, base=2), entropy(y, p, base=2)
        np.testing.assert_allclose(answer["H"], H, **CLOSE)
        np.testing.assert_allclose(answer["D"], D, **CLOSE)
        np.testing.assert_allclose(answer["cross"], H + D, **CLOSE)
        assert answer["hot"] == np.eye(4)[y.argmax()].tolist()


def test_the_others_keep_their_ratio():
    states = [
        {"y": [0.5, 0.25, 0.125, 0.125], "k": 0, "value": 0.2},
        {"y": [1, 0, 0, 0], "k": 0, "value": 0.4},
        {"y": [0.25, 0.25, 0.25, 0.25], "k": 2, "value": 1},
    ]
    formula = "({y, k, value}) => change(y, k, value)"
    answers = ask("two-distributions", formula, states)
    np.testing.assert_allclose(answers[0], [0.2, 0.4, 0.2, 0.2], **CLOSE)
    np.testing.assert_allclose(answers[1], [0.4, 0.2, 0.2, 0.2], **CLOSE)
    np.testing.assert_allclose(answers[2], [0, 0, 1, 0], **CLOSE)


def sums(widget):
    return widget.locator(".sum").all_inner_texts()


def press(widget, name):
    widget.get_by_role("button", name=name).click()


START = ["H(y) 1.75 + D(y‖p) 0.5 = H(y, p) 2.25", "H(p) 1.75 + D(p‖y) 0.625"]


def test_swapping_changes_the_divergence(open_widget):
    _, widget = open_widget("two-distributions")
    assert sums(widget)[0] == START[0]
    assert sums(widget)[1] == f"{START[1]} = H(p, y) 2.375"
    press(widget, "y와 p 바꾸기")
    assert sums(widget)[0] == "H(y) 1.75 + D(y‖p) 0.625 = H(y, p) 2.375"


def test_any_step_from_the_match_costs(open_widget):
    page, widget = open_widget("two-distributions")
    press(widget, "y와 p 바꾸기")
    press(widget, "p를 y에 맞추기")
    assert sums(widget)[0] == "H(y) 1.75 + D(y‖p) 0 = H(y, p) 1.75"
    assert "D(p‖y) 0 =" in sums(widget)[1]
    for name in "가나다라":
        for key in ("Shift+ArrowUp", "Shift+ArrowDown"):
            widget.get_by_role("slider", name=f"p의 {name}").focus()
            page.keyboard.press(key)
            assert "H(y) 1.75 " in sums(widget)[0]
            assert all("‖y) 0 =" not in s and "‖p) 0 =" not in s for s in sums(widget))
            press(widget, "p를 y에 맞추기")


def test_one_hot_leaves_one_term(open_widget):
    page, widget = open_widget("two-distributions")
    press(widget, "y를 한 칸으로")
    assert sums(widget)[0] == "H(y) 0 + D(y‖p) 2 = H(y, p) 2"
    assert sums(widget)[1].endswith("H(p, y) ∞")
    knob = widget.get_by_role("slider", name="p의 가")
    knob.focus()
    for _ in range(5):
        page.keyboard.press("Shift+ArrowUp")
    assert knob.get_attribute("aria-valuetext") == "0.5"
    assert sums(widget)[0] == "H(y) 0 + D(y‖p) 1 = H(y, p) 1"
    for _ in range(10):
        page.keyboard.press("Shift+ArrowDown")
    assert sums(widget)[0] == "H(y) 0 + D(y‖p) ∞ = H(y, p) ∞"
    press(widget, "처음으로")
    assert sums(widget)[0] == START[0]


@pytest.mark.parametrize("touch", [False, True])
def test_a_bar_is_dragged(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("two-distributions", width=width, has_touch=touch)
    knob = widget.get_by_role("slider", name="y의 나")
    tall = widget.locator(".ground").bounding_box()["height"]
    (swipe if touch else drag)(page, knob, 0, -tall / 4)
    moved = float(knob.get_attribute("aria-valuetext"))
    assert moved == pytest.approx(0.5, abs=0.02)
    other = widget.get_by_role("slider", name="y의 가").get_attribute("aria-valuetext")
    assert float(other) == pytest.approx(0.5 / 0.75 * (1 - moved), abs=1e-3)


def test_address_keeps_both(open_widget):
    page, widget = open_widget("two-distributions")
    press(widget, "y를 한 칸으로")
    assert kept(page, "two-distributions", "1_0_0_0__0.25_0.125_0.125_0.5")
    press(widget, "처음으로")
    assert kept(page, "two-distributions", None)


@pytest.mark.parametrize("text", ["1_0__1", "0_0_0_0__1_0_0_0", "a_1_1_1__1_1_1_1"])
def test_a_strange_address_is_survived(open_widget, text):
    _, widget = open_widget("two-distributions", f"?two-distributions={text}")
    assert sums(widget)[0] == START[0]


def test_an_address_is_normalized(open_widget):
    _, widget = open_widget("two-distributions", "?two-distributions=1_1_0_0__1_1_1_1")
    assert sums(widget)[0] == "H(y) 1 + D(y‖p) 1 = H(y, p) 2"

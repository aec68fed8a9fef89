"""<softmax-sliders>: 확률이 lessons와 같고, 본문이 말한 대로 움직인다."""

import numpy as np
import pytest
from playwright.sync_api import expect

from lessons.dl.softmax import logsumexp, softmax, softmax_jacobian
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

TAG = "softmax-sliders"
FORMULA = """({z, T}) => {
  const p = softmax(z, T)
  return { p, total: logsumexp(z), slopes: p.map((_, j) => slopes(p, j)) }
}"""


def test_formulas_are_those_of_the_lesson():
    rng = np.random.default_rng(3)
    states = [
        {"z": (scale * rng.normal(size=4)).tolist(), "T": float(rng.uniform(0.1, 9))}
        for scale in (1, 10, 1000)
        for _ in range(20)
    ]
    for state, answer in zip(states, ask(TAG, FORMULA, states), strict=True):
        z = np.array(state["z"])
        p = softmax(z / state["T"])
        np.testing.assert_allclose(answer["p"], p, rtol=1e-9, atol=1e-300)
        np.testing.assert_allclose(answer["total"], logsumexp(z), rtol=1e-12)
        J = softmax_jacobian(z / state["T"])
        np.testing.assert_allclose(np.transpose(answer["slopes"]), J, atol=1e-12)


def test_naive_formula_overflows_where_the_page_says():
    z = [[3, 2, 1, 0], [3000, 2000, 1000, 0], [300, 200, 100, 0]]
    lost = ask(TAG, "z => naive(z).some(Number.isNaN)", z)
    assert lost == [False, True, False]


def told(widget) -> list[str]:
    return widget.locator(".row .value").all_inner_texts()


def test_adding_to_all_changes_only_the_log_sum_exp(open_widget):
    page, widget = open_widget(TAG)
    before = told(widget)
    assert before == ["64.4%", "23.7%", "8.7%", "3.2%"]
    total = widget.locator(".readout b").first
    assert total.inner_text() == "3.44"
    widget.get_by_role("button", name="모두 +1").click()
    assert told(widget) == before
    assert total.inner_text() == "4.44"
    assert kept(page, TAG, "4_3_2_1__1__one__0")
    for _ in range(6):
        widget.get_by_role("button", name="모두 +1").click()
    assert widget.get_by_role("button", name="모두 +1").is_disabled()


def test_a_sure_class_hardly_moves(open_widget):
    _, widget = open_widget(TAG)
    slope = widget.locator(".slope").first
    assert slope.inner_text() == "+0.229"
    widget.get_by_role("slider", name="로짓 가").fill("10")
    assert told(widget)[0] == "99.9%"
    assert slope.inner_text() == "+0.001"


@pytest.mark.parametrize("touch", [False, True])
def test_large_logits_overflow_only_as_written(open_widget, touch):
    width = 390 if touch else 1280
    _, widget = open_widget(TAG, width=width, has_touch=touch)
    choice = widget.get_by_text("×1000")
    choice.tap() if touch else choice.click()
    assert told(widget) == ["100%", "0%", "0%", "0%"]
    assert "넘쳐서 답이 없다" in widget.inner_text()
    widget.get_by_role("slider", name="온도 T").fill("1")
    assert "같은 답이 나온다" in widget.inner_text()
    assert told(widget)[0] == "100%"


def test_by_keyboard_and_back_to_the_start(open_widget):
    page, widget = open_widget(TAG)
    widget.get_by_role("slider", name="로짓 라").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert "로짓 라를" in widget.inner_text()
    assert told(widget) == ["53.4%", "19.7%", "7.2%", "19.7%"]
    expect(page.locator(f"{TAG} .live")).to_contain_text("확률은 가")
    widget.get_by_role("button", name="처음으로").click()
    assert kept(page, TAG, None)

"""<conv-gradient>: 두 기울기가 lessons와 같고, 고른 칸의 합이 글로 적힌다."""

import numpy as np
import pytest

from lessons.cnn.backward import conv2d_backward
from tests.browser.conftest import reload
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

TAG = "conv-gradient"
BOTH = """({x, W, setting}) => {
  const dy = upstream(x, W, setting)
  const each = (of, grid) => grid.map((values, r) =>
    values.map((_, c) => total(of(x, W, dy, setting, r, c))))
  return {dy, dW: each(ofWeight, W), dx: each(ofInput, x)}
}"""


def test_gradients_are_the_lesson():
    rng = np.random.default_rng(7)
    states = []
    while len(states) < 40:
        high, wide, k = (int(n) for n in rng.integers([2, 2, 1], [6, 6, 4]))
        stride, padding, dilation = (int(n) for n in rng.integers([1, 0, 1], [4, 3, 3]))
        if dilation * (k - 1) + 1 > min(high, wide) + 2 * padding:
            continue
        x, W = rng.normal(size=(high, wide)), rng.normal(size=(k, k))
        setting = {"stride": stride, "padding": padding, "dilation": dilation}
        states.append({"x": x.tolist(), "W": W.tolist(), "setting": setting})
    answers = ask(TAG, BOTH, states)
    for state, answer in zip(states, answers, strict=True):
        arrays = (
            np.array(a)[None, None] for a in (answer["dy"], state["x"], state["W"])
        )
        dx, dW, _ = conv2d_backward(*arrays, **state["setting"])
        np.testing.assert_allclose(answer["dW"], dW[0, 0], atol=1e-12)
        np.testing.assert_allclose(answer["dx"], dx[0, 0], atol=1e-12)


def test_page_numbers_by_keys(open_widget):
    page, widget = open_widget(TAG)
    assert "W[1, 0] = 3: 출력 4칸에 쓰였다." in widget.inner_text()
    assert "dW[1, 0] = 1·0 + 0·1 + 2·2 + (−1)·1 = 3" in widget.inner_text()
    widget.get_by_label("입력의 칸").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert "dx[1, 1] = 1·4 + 0·3 + 2·2 + (−1)·1 = 7" in widget.inner_text()
    assert "뒤집은 W" in widget.inner_text()
    assert widget.locator(".cell.lit").count() == 8
    assert kept(page, TAG, "small__1_0__input__1_1")
    reload(page)
    assert "dx[1, 1] = " in widget.inner_text()


def test_unseen_cell_on_a_phone(open_widget):
    _, widget = open_widget(TAG, width=390, has_touch=True)
    widget.get_by_text("4×4", exact=True).tap()
    widget.get_by_role("slider", name="스트라이드 s").fill("3")
    widget.get_by_label("입력", exact=True).locator(".cell").nth(15).tap()
    assert "x[3, 3] = 4: 어느 창도 보지 않았다." in widget.inner_text()
    assert widget.locator(".sum b").inner_text() == "0"
    widget.get_by_role("slider", name="패딩 p").fill("1")
    assert "x[3, 3] = 4: 출력 1칸에 닿았다." in widget.inner_text()
    widget.get_by_label("커널", exact=True).locator(".cell").nth(0).tap()
    assert "W[0, 0] = 1: 출력 4칸에 쓰였다." in widget.inner_text()


@pytest.mark.parametrize("text", ["small__1__weight__0_0", "no__1_0__weight__0_0"])
def test_a_broken_address_starts_anew(open_widget, text):
    _, widget = open_widget(TAG, query=f"?{TAG}={text}")
    assert "dW[1, 0] = " in widget.inner_text()

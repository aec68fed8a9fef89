"""<column-matrix>: 행렬이 lessons와 같고, 그림과 행렬의 칸이 함께 켜진다."""

import numpy as np
import pytest

from lessons.cnn.conv.im2col import col2im, im2col
from tests.browser.conftest import reload
from tests.browser.gestures import centre, kept
from tests.browser.widgets.formulas import ask

BOTH = """({x, k, setting, at}) => ({
  A: im2col(x, k, setting),
  back: col2im(im2col(x, k, setting), x, k, setting),
  copies: copies(x, k, setting, ...at),
})"""


def test_matrix_and_its_adjoint_are_the_lesson():
    rng = np.random.default_rng(4)
    states = []
    while len(states) < 60:
        high, wide, k = (int(n) for n in rng.integers([2, 2, 1], [6, 6, 4]))
        stride, padding, dilation = (int(n) for n in rng.integers([1, 0, 1], [4, 3, 3]))
        if dilation * (k - 1) + 1 > min(high, wide) + 2 * padding:
            continue
        x = rng.integers(-9, 10, (high, wide)).tolist()
        at = [int(rng.integers(high)), int(rng.integers(wide))]
        setting = {"stride": stride, "padding": padding, "dilation": dilation}
        states.append({"x": x, "k": k, "setting": setting, "at": at})
    answers = ask("column-matrix", BOTH, states)
    for state, answer in zip(states, answers, strict=True):
        x = np.array(state["x"], dtype=float)[None, None]
        A = im2col(x, state["k"], **state["setting"])
        assert answer["A"] == A[0].tolist()
        back = col2im(A, x.shape[2:], state["k"], **state["setting"])
        assert answer["back"] == back[0, 0].tolist()
        unit = np.zeros_like(x)
        unit[0, 0, *state["at"]] = 1
        ones = np.argwhere(im2col(unit, state["k"], **state["setting"])[0])
        assert sorted(answer["copies"]) == ones.tolist()


def test_cells_light_together_by_pointer_and_keys(open_widget):
    page, widget = open_widget("column-matrix")
    assert "x[1, 1] = 1: 창 4개가 보아 A에 4번" in widget.inner_text()
    assert "[3, 0] [2, 1] [1, 2] [0, 3]" in widget.inner_text()
    assert widget.locator(".cell.lit").count() == 5
    widget.get_by_label("그림의 칸").focus()
    page.keyboard.press("ArrowRight")
    assert "x[1, 2] = 3: 창 2개" in widget.inner_text()
    assert widget.locator(".cell.lit").count() == 3
    page.mouse.click(
        *centre(widget.get_by_label("행렬", exact=True).locator(".cell").nth(6))
    )
    copied = "A[1, 2]: 창 (1, 0)의 커널 칸 (0, 1)에서 보는 x[1, 1] = 1."
    assert copied in widget.inner_text()
    assert widget.locator(".window:visible").count() == 2
    page.keyboard.press("End")
    assert "A[3, 3]" in widget.inner_text()
    assert kept(page, "column-matrix", "small__2_1_0__read__matrix__3_3")
    reload(page)
    assert "A[3, 3]" in widget.inner_text()


def test_going_back_adds_up_on_a_phone(open_widget):
    _, widget = open_widget("column-matrix", width=390, has_touch=True)
    widget.get_by_text("되돌려 더하기: col2im").tap()
    assert "되돌려 더하면 4·1 = 4." in widget.inner_text()
    slide = {
        name: widget.get_by_role("slider", name=name)
        for name in ("커널 k", "스트라이드 s", "패딩 p")
    }
    slide["스트라이드 s"].fill("2")
    assert "창 1개가 보아" in widget.inner_text()
    widget.get_by_label("그림", exact=True).locator(".cell").nth(8).tap()
    assert "x[2, 2] = 1: 어느 창도 보지 않아 A에 없다" in widget.inner_text()
    slide["패딩 p"].fill("1")
    widget.get_by_label("그림", exact=True).locator(".cell").nth(0).tap()
    assert "덧댄 0: 창 1개가 보아" in widget.inner_text()
    widget.get_by_text("4×4", exact=True).tap()
    slide["커널 k"].fill("3")
    slide["스트라이드 s"].fill("1")
    assert "A는 3·3 = 9행, 4·4 = 16열. 그림은 16칸, A는 144칸" in widget.inner_text()
    widget.get_by_label("행렬", exact=True).locator(".cell").nth(0).tap()
    assert "에서 보는 덧댄 0." in widget.inner_text()


@pytest.mark.parametrize(
    "text", ["small__2_1__read__matrix__3_3", "no__2_1_0__read__matrix__0_0"]
)
def test_a_broken_address_starts_anew(open_widget, text):
    _, widget = open_widget("column-matrix", query=f"?column-matrix={text}")
    assert "x[1, 1] = 1: 창 4개" in widget.inner_text()

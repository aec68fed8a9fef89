"""<conv-step>: 합과 출력 크기가 lessons와 같고, 창을 단추와 글쇠와 손으로 옮긴다."""

import re

import numpy as np
import pytest

from lessons.cnn.convolution import conv2d, output_size
from lessons.datasets import load_digits
from sitegen.book import site
from tests.browser.conftest import reload
from tests.browser.gestures import centre, kept
from tests.browser.widgets.formulas import ask

CLOSE = {"rtol": 1e-9, "atol": 1e-9}
TIMES = 40
CONVOLVE = """({x, W, setting}) => ({
  y: conv2d(x, W, setting),
  seen: seen(x.length, W.length, setting),
  met: meetings(x, W, setting, 0, 0),
})"""


@pytest.fixture
def rng():
    return np.random.default_rng(3)


def setting(rng) -> dict:
    return {
        "stride": int(rng.integers(1, 4)),
        "padding": int(rng.integers(0, 3)),
        "dilation": int(rng.integers(1, 4)),
    }


def test_output_size_and_its_refusal(rng):
    states = []
    for _ in range(200):
        n, k = int(rng.integers(1, 9)), int(rng.integers(1, 4))
        states.append({"n": n, "k": k, "setting": setting(rng)})
    refused = 0
    size = "({n, k, setting}) => outputSize(n, k, setting)"
    answers = ask("conv-step", size, states)
    for state, answer in zip(states, answers, strict=True):
        try:
            expected = output_size(state["n"], state["k"], **state["setting"])
        except ValueError as error:
            expected, refused = str(error), refused + 1
        assert answer == expected
    assert 10 < refused < 150


def test_convolution_and_unseen_cells(rng):
    states = []
    while len(states) < TIMES:
        n, k, s = int(rng.integers(3, 9)), int(rng.integers(2, 4)), setting(rng)
        if s["dilation"] * (k - 1) + 1 > n + 2 * s["padding"]:
            continue
        x, W = rng.normal(size=(n, n)), rng.normal(size=(k, k))
        state = {"x": x.tolist(), "W": W.tolist(), "setting": s}
        states.append(state)
    answers = ask("conv-step", CONVOLVE, states)
    for state, answer in zip(states, answers, strict=True):
        x, W = (np.array(state[name])[None, None] for name in ("x", "W"))
        y = conv2d(x, W, **state["setting"])[0, 0]
        np.testing.assert_allclose(answer["y"], y, **CLOSE)
        total = sum(m["weight"] * m["value"] for m in answer["met"])
        np.testing.assert_allclose(total, y[0, 0], **CLOSE)
        for i in range(x.shape[-1]):
            row = x.copy()
            row[..., i, :] += 1
            moved = conv2d(row, W, **state["setting"])[0, 0]
            assert answer["seen"][i] == (not np.array_equal(moved, y))


def test_widget_digit_is_the_first_of_the_data():
    source = (site.ROOT / "web/widgets/conv-step/widget.ts").read_text(encoding="utf-8")
    rows = re.search(r"digit: \[(.*?)\n  \]", source, re.DOTALL)[1]
    digit = np.array([int(v) for v in re.findall(r"\d+", rows)], dtype=float)
    np.testing.assert_array_equal(digit, load_digits()[0][0])


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
    reload(page)
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

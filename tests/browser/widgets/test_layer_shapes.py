"""<layer-shapes>: 곱이 NumPy와 같고, 후보의 수가 본문의 말과 같다."""

import itertools

import numpy as np
import pytest

from lessons.dl.tensor import Tensor
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

SIZES = [
    {"N": N, "D": D, "K": K} for N, D, K in itertools.product(range(1, 5), repeat=3)
]
EQUATION = """sizes => ({
  values: values(sizes),
  Z: equation("Z", sizes).result, db: equation("db", sizes).result,
  dW: equation("dW", sizes).result, dX: equation("dX", sizes).result,
})"""
COUNT = """({N, D, K}) => ["Z", "dW", "dX"].map(step =>
  candidates(step, {N, D, K}).map(c => c.verdict))"""


def test_products_are_the_tensor_gradients():
    for sizes, answer in zip(SIZES, ask("layer-shapes", EQUATION, SIZES), strict=True):
        found = {name: np.array(v) for name, v in answer["values"].items()}
        X, W, b = Tensor(found["X"]), Tensor(found["W"]), Tensor(found["b"][0])
        assert X.shape == (sizes["N"], sizes["D"])
        assert W.shape == (sizes["D"], sizes["K"])
        Z = X @ W + b
        Z.backward(found["dZ"])
        for name, want in (("Z", Z.data), ("dW", W.grad), ("dX", X.grad)):
            assert np.array_equal(answer[name], want)
        assert np.array_equal(answer["db"], [b.grad])


def test_numbers_are_those_of_the_page():
    answer = ask("layer-shapes", EQUATION, [{"N": 2, "D": 3, "K": 2}])[0]
    assert answer["Z"] == [[3, -1], [-1, 5]]
    assert answer["dW"] == [[-2, 11], [3, 1], [-1, 3]]
    assert answer["dX"] == [[1, 0, 6], [-1, -5, 9]]
    assert answer["db"] == [[0, 5]]


def test_candidates_fit_as_the_shapes_say():
    answers = ask("layer-shapes", COUNT, SIZES)
    for sizes, steps in zip(SIZES, answers, strict=True):
        N, D, K = sizes["N"], sizes["D"], sizes["K"]
        materials = [((N, D), (D, K), (N, K)), ((N, D), (N, K), (D, K))]
        materials.append(((N, K), (D, K), (N, D)))
        for verdicts, (a, b, goal) in zip(steps, materials, strict=True):
            assert verdicts.count("맞다") == 1
            fits = [
                p[1] == q[0] and (p[0], q[1]) == goal
                for left, right in ((a, b), (b, a))
                for p in (left, left[::-1])
                for q in (right, right[::-1])
            ]
            assert [v in ("맞다", "모양만 같다") for v in verdicts] == fits


def test_steps_and_cells_show_what_the_page_says(open_widget):
    page, widget = open_widget("layer-shapes")
    assert "Z[0, 0] = 1·1 + 2·2 + 0·0 + (−2) = 3" in widget.inner_text()
    widget.get_by_text("dW", exact=True).first.click()
    assert "dW[0, 0] = 1·1 + 3·(−1) = −2" in widget.inner_text()
    assert widget.locator(".hit").count() == 2 + 2 + 1 + 1
    widget.get_by_role("slider", name="dW의 칸").focus()
    page.keyboard.press("ArrowRight")
    assert "dW[0, 1] = 1·2 + 3·3 = 11" in widget.inner_text()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert "dW[1, 1] = 2·2 + (−1)·3 = 1" in widget.inner_text()
    assert kept(page, "layer-shapes", "dW__2_3_2__1_1")


def test_candidates_narrow_down_as_the_page_says(open_widget):
    _, widget = open_widget("layer-shapes", "?layer-shapes=dW__2_3_2__0_0")
    right, near = widget.locator("li.right"), widget.locator("li.near")
    assert (right.count(), near.count()) == (1, 1)
    assert "dW 3×2" in widget.inner_text()
    widget.get_by_role("slider", name="샘플 N").fill("4")
    assert (right.count(), near.count()) == (1, 0)
    assert "dW 3×2" in widget.inner_text()
    assert "사라지는 축은 N = 4" in widget.inner_text()
    for name in ("샘플 N", "유닛 K"):
        widget.get_by_role("slider", name=name).fill("3")
    assert (right.count(), near.count()) == (1, 7)
    assert right.inner_text() == "Xᵀ dZ ✓ 맞다"


@pytest.mark.parametrize("touch", [False, True])
def test_a_cell_is_picked(open_widget, touch):
    width = 390 if touch else 1280
    _, widget = open_widget(
        "layer-shapes", "?layer-shapes=dX__2_3_2__0_0", width=width, has_touch=touch
    )
    last = widget.locator(".matrix").nth(3).locator(".cell").last
    (last.tap if touch else last.click)()
    assert "dX[1, 2] = (−1)·0 + 3·3 = 9" in widget.inner_text()


def test_steps_are_walked(open_widget):
    _, widget = open_widget("layer-shapes")
    following = widget.get_by_role("button", name="다음 단계")
    seen = []
    for _ in range(3):
        following.click()
        seen.append(widget.locator(".sum").inner_text().split("[")[0])
    assert seen == ["db", "dW", "dX"]
    assert following.is_disabled()
    widget.get_by_role("button", name="처음으로").click()
    assert "Z[0, 0]" in widget.inner_text()


@pytest.mark.parametrize("text", ["q__2_3_2__0_0", "dW__9_9_9__50_-3", "dW__2_3__0_0"])
def test_a_strange_address_is_survived(open_widget, text):
    _, widget = open_widget("layer-shapes", f"?layer-shapes={text}")
    expected = "dW[3, 0]" if text.startswith("dW__9") else "Z[0, 0]"
    assert expected in widget.inner_text()

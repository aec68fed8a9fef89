"""<first-model>: 그림과 식이 lessons와 같고, 글이 말하는 숫자가 보인다."""

import numpy as np
import pytest

from lessons.datasets import load_digits
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask
from tests.dl.test_overview import train

CLOSE = {"rtol": 1e-9, "atol": 1e-9}
WALK = """({n, lr, steps}) => {
  const path = walk(first(train, n), lr, steps)
  const end = path.models[steps]
  return {
    losses: path.losses, count: path.models.length,
    W: [...end.W], b: [...end.b], p: softmax(scores(end, test.X[0])),
    seen: right(end, first(train, n)), right: right(end, test),
  }
}"""


@pytest.fixture(scope="module")
def digits():
    X, y = load_digits()
    order = np.random.default_rng(0).permutation(len(X))
    return X[order] / 16, y[order]


def test_digits_are_those_of_the_page(digits):
    X, y = digits
    found = ask("first-model", "() => ({train, test})", [0])[0]
    for name, rows in (("train", slice(100)), ("test", slice(1437, 1487))):
        np.testing.assert_array_equal(found[name]["X"], X[rows])
        np.testing.assert_array_equal(found[name]["y"], y[rows])


def test_walk_is_that_of_the_page(digits):
    X, y = digits
    rng = np.random.default_rng(2)
    states = [
        {"n": int(n), "lr": float(rng.uniform(0.1, 5)), "steps": int(steps)}
        for n, steps in ((1, 0), (10, 7), (37, 30), (100, 60))
    ]
    for state, found in zip(states, ask("first-model", WALK, states), strict=True):
        n, steps = state["n"], state["steps"]
        W, b, losses = train(X[:n], y[:n], lr=state["lr"], steps=steps)
        np.testing.assert_allclose(found["losses"], losses, **CLOSE)
        np.testing.assert_allclose(found["W"], W.ravel(), **CLOSE)
        np.testing.assert_allclose(found["b"], b, **CLOSE)
        e = np.exp(X[1437] @ W + b)
        np.testing.assert_allclose(found["p"], e / e.sum(), **CLOSE)
        assert found["count"] == steps + 1
        guess = (X @ W + b).argmax(axis=1) == y
        assert (found["seen"], found["right"]) == (
            guess[:n].sum(),
            guess[1437:1487].sum(),
        )


@pytest.mark.parametrize("touch", [False, True])
def test_model_is_trained_step_by_step(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("first-model", width=width, has_touch=touch)
    assert "0걸음, 손실 2.303" in widget.inner_text()
    step = widget.get_by_role("button", name="한 걸음")
    (step.tap if touch else step.click)()
    assert "1걸음, 손실 2.061" in widget.inner_text()
    widget.get_by_role("slider", name="학습률").focus()
    page.keyboard.press("ArrowRight")
    assert kept(page, "first-model", "1.1__100__1__1")


def test_what_the_page_promises(open_widget):
    for many, known, read in ((10, 10, 14), (20, 20, 32), (50, 50, 40), (100, 99, 48)):
        _, widget = open_widget("first-model", f"?first-model=1__{many}__100__1")
        assert f"학습 {known} / {many}, 테스트 {read} / 50" in widget.inner_text()
    assert "손실 0.149" in widget.inner_text()
    widget.get_by_role("slider", name="학습률").fill("5")
    assert "손실 0.024" in widget.inner_text()
    widget.get_by_text("10장", exact=True).click()
    assert "학습 10 / 10" in widget.inner_text()


def test_still_readers_go_straight_to_the_end(open_widget):
    _, widget = open_widget("first-model", reduced_motion="reduce")
    widget.get_by_role("button", name="끝까지").click()
    assert "100걸음, 손실 0.149" in widget.inner_text()

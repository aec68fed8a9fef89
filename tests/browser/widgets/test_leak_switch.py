"""<leak-switch>: 식이 lessons와 같고, 스위치가 본문의 수만큼 점수를 바꾼다."""

import numpy as np
import pytest

from lessons.dl.neighbors import KNeighborsClassifier, select_k_best
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask
from tests.dl.test_neighbors import accuracy

TAG = "leak-switch"


def test_tables_are_noise_with_balanced_answers():
    states = [{"n": 50, "d": 40, "seed": seed} for seed in range(20)]
    tables = ask(TAG, "({n, d, seed}) => noise(n, d, seed)", states)
    X = np.array([table["X"] for table in tables])
    y = np.array([table["y"] for table in tables])
    assert X.shape == (20, 50, 40) and (y.sum(axis=1) == 25).all()
    np.testing.assert_allclose([X.mean(), X.std()], [0, 1], atol=0.02)
    np.testing.assert_allclose((abs(X) < 1.96).mean(), 0.95, atol=0.01)
    together = [
        np.corrcoef(x.T, answer)[-1, :-1] for x, answer in zip(X, y, strict=True)
    ]
    assert abs(np.mean(together)) < 0.02
    assert len(np.unique(y, axis=0)) == 20


def test_formulas_are_lessons():
    rng = np.random.default_rng(3)
    states = []
    for i in range(20):
        X = rng.standard_normal((30, 25))
        y = rng.permutation(30) % 2
        states.append({"X": X.tolist(), "y": y.tolist(), "leak": i % 2 == 0})
    formula = """({X, y, leak}) => ({
      chosen: selectKBest(X, y, 7),
      near: X.map((row) => neighbours(X.slice(0, 20), y.slice(0, 20), row, 5)),
      accuracy: accuracy(X, y, leak),
    })"""
    for state, answer in zip(states, ask(TAG, formula, states), strict=True):
        X, y = np.array(state["X"]), np.array(state["y"])
        assert answer["chosen"] == select_k_best(X, y, 7).tolist()
        model = KNeighborsClassifier(5).fit(X[:20], y[:20])
        assert answer["near"] == model.predict(X).tolist()
        np.testing.assert_allclose(answer["accuracy"], accuracy(X, y, state["leak"]))


def mean(widget) -> float:
    return float(widget.locator("b").inner_text().split()[-1])


def test_three_things_of_the_text(open_widget):
    _, widget = open_widget(TAG)
    assert mean(widget) == 0.48
    assert "누수 꺼짐" in widget.inner_text()
    slider = widget.get_by_role("slider", name="후보 특성")
    for step in range(7):
        slider.fill(str(step))
        assert 0.47 <= mean(widget) <= 0.53
    widget.get_by_text("나누기 전에 고른다").click()
    assert mean(widget) == 0.84
    assert "누수 켜짐" in widget.inner_text()
    slider.fill("0")
    assert mean(widget) == 0.48
    assert "10개" in widget.inner_text()


@pytest.mark.parametrize("touch", [False, True])
def test_other_tables_and_the_url(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget(TAG, width=width, has_touch=touch)

    def press(locator):
        (locator.tap if touch else locator.click)()

    press(widget.get_by_text("나누기 전에 고른다"))
    press(widget.get_by_role("button", name="다른 표로"))
    assert mean(widget) > 0.75
    assert kept(page, TAG, "before__1000__2")
    press(widget.get_by_role("button", name="처음으로"))
    assert kept(page, TAG, None)
    assert mean(widget) == 0.48


def test_keyboard(open_widget):
    page, widget = open_widget(TAG)
    widget.get_by_role("radio", name="나눈 뒤에").focus()
    page.keyboard.press("ArrowRight")
    assert "누수 켜짐" in widget.inner_text()
    slider = widget.get_by_role("slider", name="후보 특성")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") == "500개"


@pytest.mark.parametrize(
    ("query", "on"),
    [("before__50__3", True), ("before__51__3", False), ("other__50__3", False)],
)
def test_state_from_the_url(open_widget, query, on):
    _, widget = open_widget(TAG, f"?{TAG}={query}")
    assert ("누수 켜짐" in widget.inner_text()) == on

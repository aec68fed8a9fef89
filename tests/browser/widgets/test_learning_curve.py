"""<learning-curve>: 자취와 손실이 lessons와 같고, 본문이 말한 수가 보인다."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from lessons.dl.polynomial import (
    PolynomialRegressor,
    descend,
    legendre_features,
    losses,
    noisy_wave,
)
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

TAG = "learning-curve"
CLOSE = {"rtol": 1e-9, "atol": 1e-9}
FIT = """({x, y, degree, lr, steps}) => {
  const path = descend(x, y, degree, lr, steps)
  return {path, losses: losses(path, x, y), at: x.map((v) => predict(path.at(-1), v))}
}"""


def test_paths_and_losses():
    rng = np.random.default_rng(3)
    states = []
    for _ in range(30):
        n = int(rng.integers(3, 20))
        states.append(
            {
                "x": rng.uniform(-1, 1, n).tolist(),
                "y": rng.standard_normal(n).tolist(),
                "degree": int(rng.integers(1, 15)),
                "lr": float(rng.uniform(0.01, 0.2)),
                "steps": int(rng.integers(1, 60)),
            }
        )
    for state, answer in zip(states, ask(TAG, FIT, states), strict=True):
        x, y, degree = state["x"], state["y"], state["degree"]
        path = descend(x, y, degree, lr=state["lr"], steps=state["steps"])
        np.testing.assert_allclose(answer["path"], path, **CLOSE)
        np.testing.assert_allclose(answer["losses"], losses(path, x, y), **CLOSE)
        model = PolynomialRegressor(degree)
        model.coef_ = path[-1]
        np.testing.assert_allclose(answer["at"], model.predict(x), **CLOSE)


def test_features():
    states = [{"x": x, "d": d} for x in (-1, -0.3, 0, 0.7, 1) for d in (1, 2, 14)]
    for state, answer in zip(
        states, ask(TAG, "({x, d}) => legendre(x, d)", states), strict=True
    ):
        want = legendre_features([state["x"]], state["d"])[0]
        np.testing.assert_allclose(answer, want, **CLOSE)


def test_points_are_those_of_the_page():
    rng = np.random.default_rng(2)
    first, valid, more = (noisy_wave(n, rng=rng) for n in (15, 40, 45))
    got = ask(TAG, "() => [trainX, trainY, validX, validY]", [{}])[0]
    want = [*np.concatenate([first, more], axis=1), *valid]
    for a, b in zip(got, want, strict=True):
        assert (np.array(a) == b).all()


def test_lowest():
    assert ask(TAG, "lowest", [[3, 1, 2, 1], [0], [2, 1]]) == [1, 0, 1]


def move(widget, name, value):
    widget.get_by_role("slider", name=name).fill(str(value))
    return widget.inner_text()


def test_three_things_of_the_text(open_widget):
    _, widget = open_widget(TAG)
    text = widget.inner_text()
    assert "500걸음: 훈련 0.041, 검증 0.193" in text
    assert "검증 최저 68걸음의 0.128" in text
    assert "68걸음부터 과적합" in text
    assert widget.locator("b").inner_text() == "과적합"
    assert "68걸음: 훈련 0.057, 검증 0.128" in move(widget, "걸음", 68)
    assert widget.locator("b").inner_text() == "아직 과적합 아님"
    move(widget, "걸음", 500)
    assert "훈련 0.082, 검증 0.09\n" in move(widget, "차수", 3)
    assert "훈련 0.236, 검증 0.27" in move(widget, "차수", 1)
    move(widget, "차수", 12)
    assert "검증 0.091" in move(widget, "훈련 점", 40)


def test_keyboard_url_and_reset(open_widget):
    page, widget = open_widget(TAG)
    slider = widget.get_by_role("slider", name="걸음")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert "499걸음" in widget.inner_text()
    assert kept(page, TAG, "12__15__499")
    assert slider.get_attribute("aria-valuetext") == "499걸음, 과적합"
    widget.get_by_role("button", name="처음으로").click()
    assert "500걸음" in widget.inner_text()
    assert kept(page, TAG, None)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("3__40__100", "100걸음"),
        ("99__3__9999", "500걸음"),
        ("3__40", "500걸음: 훈련 0.041"),
        ("a__b__c", "500걸음: 훈련 0.041"),
    ],
)
def test_state_from_the_url(open_widget, query, shown):
    _, widget = open_widget(TAG, f"?{TAG}={query}")
    assert shown in widget.inner_text()


def test_plays_from_the_start_by_touch(open_widget):
    _, widget = open_widget(TAG, width=390, has_touch=True)
    widget.get_by_role("button", name="재생").tap()
    slider = widget.get_by_role("slider", name="걸음")
    expect(slider).to_have_value(re.compile(r"^(?:[1-9]|[123]\d)0$"))
    widget.get_by_role("button", name="멈춤").tap()
    step = int(widget.get_by_role("slider", name="걸음").input_value())
    assert 0 < step < 500
    widget.get_by_role("button", name="한 걸음").tap()
    assert f"{step + 1}걸음:" in widget.inner_text()
    widget.get_by_role("button", name="뒤로").tap()
    assert f"{step}걸음:" in widget.inner_text()

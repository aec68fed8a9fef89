"""<double-descent>: 해와 오차가 lessons와 같고, 본문이 말한 수가 보인다."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from lessons.cnn.overfitting.random_features import least_norm
from lessons.dl.polynomial import PolynomialRegressor, legendre_features, noisy_wave
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

TAG = "double-descent"


@pytest.mark.parametrize("alpha", [0, 0.01, 0.5])
def test_least_norm(alpha):
    rng = np.random.default_rng(0)
    states = [
        {
            "Phi": rng.normal(size=shape).tolist(),
            "y": rng.normal(size=shape[0]).tolist(),
        }
        for shape in ((5, 2), (4, 4), (3, 9), (1, 5), (6, 1), (12, 30))
    ]
    formula = f"({{Phi, y}}) => leastNorm(Phi, y, {alpha})"
    for state, w in zip(states, ask(TAG, formula, states), strict=True):
        want = least_norm(state["Phi"], np.array(state["y"])[:, None], alpha)[:, 0]
        np.testing.assert_allclose(w, want, rtol=1e-8, atol=1e-9)


def test_fits_and_errors_are_the_polynomials():
    rng = np.random.default_rng(5)
    train, test = noisy_wave(20, rng=rng), noisy_wave(60, rng=rng)
    states = [
        {"P": P, "alpha": alpha}
        for alpha in (0, 0.01, 0.1, 1)
        for P in (1, 2, 4, 12, 20, 21, 40, 100)
    ]
    formula = """({P, alpha}) => {
      const w = fit(P, alpha)
      return [meanSquare(w, trainX, trainY), meanSquare(w, testX, testY)]
    }"""
    for state, got in zip(states, ask(TAG, formula, states), strict=True):
        model = PolynomialRegressor(state["P"] - 1, state["alpha"]).fit(*train)
        want = [-model.score(*train), -model.score(*test)]
        np.testing.assert_allclose(got, want, rtol=1e-4, atol=1e-10)


def test_points_and_features_are_lessons():
    rng = np.random.default_rng(5)
    got = ask(TAG, "() => [trainX, trainY, testX, testY]", [{}])[0]
    want = [*noisy_wave(20, rng=rng), *noisy_wave(60, rng=rng)]
    for a, b in zip(got, want, strict=True):
        assert (np.array(a) == b).all()
    for P in (1, 2, 3, 15):
        row = ask(TAG, f"(x) => legendre(x, {P})", [0.3])[0]
        np.testing.assert_allclose(row, legendre_features([0.3], P - 1)[0])


def move(widget, value):
    widget.get_by_role("slider", name="계수의 수").fill(str(value))
    return widget.inner_text()


def test_three_things_of_the_text(open_widget):
    _, widget = open_widget(TAG)
    assert "계수 4개: 훈련 0.045, 새 점 0.112" in widget.inner_text()
    text = move(widget, 20)
    assert "훈련 점을 모두 지난다" in text
    assert re.search(r"훈련 0, 새 점 2\.1e7", text)
    assert "새 점 0.226" in move(widget, 100)
    widget.get_by_text("α 0.1").click()
    assert "훈련 0.032, 새 점 0.126" in move(widget, 20)


def test_keyboard_url_and_reset(open_widget):
    page, widget = open_widget(TAG)
    slider = widget.get_by_role("slider", name="계수의 수")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert "계수 5개" in widget.inner_text()
    assert kept(page, TAG, "5__0")
    assert slider.get_attribute("aria-valuetext").startswith("5개, 새 점의 오차 0.1")
    widget.get_by_role("radio", name="벌 없음").focus()
    page.keyboard.press("ArrowRight")
    assert kept(page, TAG, "5__1")
    widget.get_by_role("button", name="처음으로").click()
    assert "계수 4개" in widget.inner_text()
    assert kept(page, TAG, None)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("30__1", "계수 30개"),
        ("999__99", "계수 100개: 훈련 0.033"),
        ("3", "계수 4개"),
        ("a__b", "계수 4개"),
    ],
)
def test_state_from_the_url(open_widget, query, shown):
    _, widget = open_widget(TAG, f"?{TAG}={query}")
    assert shown in widget.inner_text()


def test_plays_by_touch_on_a_phone(open_widget):
    page, widget = open_widget(TAG, width=390, has_touch=True)
    widget.get_by_role("button", name="재생").tap()
    slider = widget.get_by_role("slider", name="계수의 수")
    expect(slider).to_have_value(re.compile(r"^([6-9]|[1-9]\d)$"))
    widget.get_by_role("button", name="멈춤").tap()
    P = int(slider.input_value())
    widget.get_by_role("button", name="하나 더").tap()
    assert f"계수 {P + 1}개:" in widget.inner_text()
    widget.get_by_role("button", name="하나 덜").tap()
    assert f"계수 {P}개:" in widget.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

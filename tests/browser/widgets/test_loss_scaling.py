"""<loss-scaling>: 자취와 조건수가 lessons와 같고, 본문이 약속한 모습이 보인다."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from lessons.dl.linear_regression_gd import (
    condition_number,
    curvatures,
    mse_gradient,
)
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

SIGNS = np.array([[-1.0, -1], [-1, 1], [1, -1], [1, 1]])
NOISE = np.array([1.0, -1, -1, 1])  # 두 특성 모두와 수직이라 답을 바꾸지 않는다
FORMULA = """({features, part, w, steps}) => ({
  loss: loss(features, w),
  gradient: gradient(features, w),
  curvatures: curvatures(features),
  kappa: conditionNumber(features),
  path: descend(features, part, steps),
  arrival: arrival(features, part),
})"""


def data(spread, rho):
    """표준 편차가 1과 spread이고 상관계수가 rho인 배달 네 건."""
    mix = np.array([[1, 0], [rho * spread, spread * np.sqrt(1 - rho**2)]])
    X = SIGNS @ mix.T
    return X, X @ [5, 3 / spread] + NOISE


def walk(X, y, lr, enough):
    best = np.linalg.lstsq(X, y)[0]
    w, path = np.zeros(2), [np.zeros(2)]
    while len(path) <= enough or np.linalg.norm(w - best) > np.linalg.norm(best) / 1000:
        w = w - lr * mse_gradient(X, y, w)
        path.append(w)
    return np.array(path), best


def test_formulas_are_those_of_the_lessons():
    rng = np.random.default_rng(6)
    states = [
        {
            "features": {
                "spread": float(rng.uniform(1, 10)),
                "rho": float(rng.uniform(0, 0.9)),
            },
            "part": float(rng.uniform(0.1, 0.95)),
            "w": rng.uniform(-1, 9, 2).tolist(),
            "steps": 30,
        }
        for _ in range(20)
    ]
    for state, answer in zip(states, ask("loss-scaling", FORMULA, states), strict=True):
        X, y = data(**state["features"])
        w = np.array(state["w"])
        lr = state["part"] * 2 / curvatures(X)[-1]
        path, best = walk(X, y, lr, 31)
        distance = np.linalg.norm(path - best, axis=1)
        close = {"rtol": 1e-8, "atol": 1e-8}
        np.testing.assert_allclose(answer["loss"], np.mean((X @ w - y) ** 2), **close)
        np.testing.assert_allclose(answer["gradient"], mse_gradient(X, y, w), **close)
        np.testing.assert_allclose(answer["curvatures"], curvatures(X), **close)
        np.testing.assert_allclose(answer["kappa"], condition_number(X), **close)
        np.testing.assert_allclose(answer["path"], path[:31], **close)
        assert answer["arrival"] == np.argmax(distance <= distance[0] / 1000)


def move(widget, name, value):
    widget.get_by_role("slider", name=name).fill(str(value))
    return widget.inner_text()


def test_first_sight(open_widget):
    _, widget = open_widget("loss-scaling")
    text = widget.inner_text()
    for part in ("κ 100", "κ 1", "457걸음", "10걸음", "(1.304, 0.3)", "(5, 3)"):
        assert part in text


def test_what_the_page_promises(open_widget):
    _, widget = open_widget("loss-scaling")
    text = move(widget, "학습률 (경계의 %)", 50)
    assert "688걸음이면 닿는다" in text
    assert "1걸음이면 닿는다" in text.split("표준화 후")[1]
    text = move(widget, "학습률 (경계의 %)", 100)
    assert text.count("닿지 못한다") == 2
    move(widget, "학습률 (경계의 %)", 75)
    text = move(widget, "층수의 표준 편차", 5)
    assert "κ 25" in text.split("표준화 후")[0]
    assert re.search(r"κ 1\b(?!\.)", text.split("표준화 후")[1])
    move(widget, "층수의 표준 편차", 1)
    text = move(widget, "두 특성의 상관계수", 0.9)
    assert text.count("κ 19") == 2


@pytest.mark.parametrize("touch", [False, True])
def test_steps_forward_and_back(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("loss-scaling", width=width, has_touch=touch)
    press = "tap" if touch else "click"
    getattr(widget.get_by_role("button", name="한 걸음"), press)()
    assert widget.inner_text().count("21걸음:") == 2
    getattr(widget.get_by_role("button", name="뒤로"), press)()
    getattr(widget.get_by_role("button", name="뒤로"), press)()
    assert widget.inner_text().count("19걸음:") == 2
    assert kept(page, "loss-scaling", "10__0__75__19")
    widget.get_by_role("button", name="처음으로").click()
    assert kept(page, "loss-scaling", None)


def test_sliders_by_keyboard(open_widget):
    page, widget = open_widget("loss-scaling")
    slider = widget.get_by_role("slider", name="두 특성의 상관계수")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "0.05"
    assert "κ 1.1" in widget.inner_text()


def test_state_from_the_address(open_widget):
    _, widget = open_widget("loss-scaling", "?loss-scaling=3__0.5__90__7")
    assert widget.inner_text().count("7걸음:") == 2
    assert "κ 3" in widget.inner_text().split("표준화 후")[1]
    _, widget = open_widget("loss-scaling", "?loss-scaling=3__x__90__7")
    assert widget.inner_text().count("20걸음:") == 2


def test_play_starts_at_the_start(open_widget):
    _, widget = open_widget("loss-scaling")
    widget.get_by_role("button", name="재생").click()
    expect(widget).not_to_contain_text("20걸음:")
    expect(widget.get_by_role("button", name="멈춤")).to_be_visible()

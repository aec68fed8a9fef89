"""<gradient-map>: 자취와 곡률이 lessons와 같고, 모습의 이름이 본문의 표와 같다."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from lessons.dl.gradient_descent import (
    gradient_descent,
    himmelblau,
    himmelblau_grad,
    numerical_gradient,
    quadratic,
    quadratic_grad,
)
from tests.browser.gestures import drag, swipe
from tests.browser.widgets.formulas import ask

CLOSE = {"rtol": 1e-9, "atol": 1e-9}
TIMES = 40
WALK = """({name, A, x, lr, steps}) => {
  const land = name === "quadratic" ? quadratic(A) : himmelblau
  return {
    height: land.height(x),
    gradient: land.gradient(x),
    hessian: land.hessian(x),
    path: gradientDescent(land, x, lr, steps),
  }
}"""
CURVE = """({A, gentle, steep, x}) => ({
  curvatures: curvatures(A),
  limit: rateLimit(A),
  tilted: tilted(gentle, steep),
  steepPart: steepPart(A, x),
})"""


@pytest.fixture
def rng():
    return np.random.default_rng(3)


def test_lands_and_paths(rng):
    states = []
    for i in range(TIMES):
        A = rng.normal(size=(2, 2))
        state = {
            "name": ("quadratic", "himmelblau")[i % 2],
            "A": ((A + A.T) / 2).tolist(),
            "x": rng.uniform(-5, 5, 2).tolist(),
            "lr": float(rng.uniform(0.0005, 0.01)),
            "steps": 30,
        }
        states.append(state)
    answers = ask("gradient-map", WALK, states)
    for state, answer in zip(states, answers, strict=True):
        A, x = np.array(state["A"]), np.array(state["x"])

        def height(p, A=A, name=state["name"]):
            return quadratic(p, A) if name == "quadratic" else himmelblau(p)

        def grad(p, A=A, name=state["name"]):
            return quadratic_grad(p, A) if name == "quadratic" else himmelblau_grad(p)

        hessian = [numerical_gradient(lambda p, i=i: grad(p)[i], x) for i in (0, 1)]
        np.testing.assert_allclose(answer["height"], height(x), **CLOSE)
        np.testing.assert_allclose(answer["gradient"], grad(x), **CLOSE)
        np.testing.assert_allclose(answer["hessian"], hessian, rtol=1e-5, atol=1e-5)
        path = gradient_descent(grad, x, lr=state["lr"], steps=state["steps"])
        np.testing.assert_allclose(answer["path"], path, **CLOSE)


def test_path_stops_before_it_overflows():
    state = {"name": "himmelblau", "A": None, "x": [5, 5], "lr": 1.0, "steps": 99}
    path = ask("gradient-map", WALK, [state])[0]["path"]
    assert 1 < len(path) < 20
    assert np.isfinite(path).all()


def test_curvatures_and_limit(rng):
    states = []
    for _ in range(TIMES):
        A = rng.normal(size=(2, 2))
        gentle, steep = sorted(rng.uniform(1, 20, 2))
        A = (A @ A.T + np.eye(2)).tolist()
        x = rng.normal(size=2).tolist()
        states.append({"A": A, "gentle": gentle, "steep": steep, "x": x})
    answers = ask("gradient-map", CURVE, states)
    for state, answer in zip(states, answers, strict=True):
        values, vectors = np.linalg.eigh(state["A"])
        np.testing.assert_allclose(answer["curvatures"], values, **CLOSE)
        np.testing.assert_allclose(answer["limit"], 2 / values[-1], **CLOSE)
        part = abs(vectors[:, 1] @ state["x"])
        np.testing.assert_allclose(abs(answer["steepPart"]), part, **CLOSE)
        tilted = np.linalg.eigvalsh(answer["tilted"])
        np.testing.assert_allclose(tilted, [state["gentle"], state["steep"]], **CLOSE)


def test_pace_is_the_page_table():
    """본문의 표: f(x) = x²이므로 L = 2이고 경계는 1이다."""
    table = {0.05: "느림", 0.45: "빠름", 0.9: "진동", 1: "왕복", 1.05: "발산"}
    answers = ask("gradient-map", "lr => pace(lr, 2)", list(table))
    assert answers == list(table.values())


def rate_to(widget, value):
    slider = widget.get_by_role("slider", name="학습률 η")
    slider.fill(str(value))
    return widget.inner_text()


def test_rates_are_named_and_the_bound_is_marked(open_widget):
    _, widget = open_widget("gradient-map")
    assert "2/L = 0.2" in widget.inner_text()
    names = {0.01: "느림", 0.1: "빠름", 0.18: "진동", 0.2: "왕복", 0.21: "발산"}
    heights = {0.01: "6.6843", 0.1: "0.6381", 0.18: "0.0919", 0.21: "49.2766"}
    for rate, name in names.items():
        text = rate_to(widget, rate)
        assert widget.locator("b").first.inner_text() == name
        assert f"높이 {heights.get(rate, '')}" in text
    widget.get_by_role("slider", name="가파른 쪽의 곡률").fill("20")
    assert "2/L = 0.1" in rate_to(widget, 0.1)
    assert widget.locator("b").first.inner_text() == "왕복"


def test_floor_of_the_valley_does_not_diverge(open_widget):
    page, widget = open_widget("gradient-map")
    rate_to(widget, 0.21)
    widget.get_by_label("출발점").focus()
    for _ in range(2):
        page.keyboard.press("Shift+ArrowDown")
    assert widget.locator("b").first.inner_text() == "느림"
    assert "가파른 쪽이 0이라 튀지 않는다" in widget.inner_text()


def test_each_bottom_has_its_own_bound(open_widget):
    _, widget = open_widget("gradient-map")
    widget.get_by_text("네 골짜기").click()
    assert "2/L = 0.0243" in rate_to(widget, 0.02)
    assert "진동" in widget.inner_text()
    _, widget = open_widget(
        "gradient-map", "?gradient-map=himmelblau__-1_-1.5__0.02__100__1_10"
    )
    assert "2/L = 0.0149" in widget.inner_text()
    assert "맴돎" in widget.inner_text()
    assert "높이 33.4267" in widget.inner_text()
    assert "처음 골짜기의 바닥에 닿았다" in rate_to(widget, 0.01)


def test_saddle_holds_only_those_exactly_on_the_axis(open_widget):
    page, widget = open_widget(
        "gradient-map", "?gradient-map=saddle__-4_0.1__0.1__20__1_10"
    )
    assert "미끄러짐" in widget.inner_text()
    widget.get_by_label("출발점").focus()
    page.keyboard.press("ArrowDown")
    assert "갇힘" in widget.inner_text()


@pytest.mark.parametrize("touch", [False, True])
def test_start_is_picked_on_the_map(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("gradient-map", width=width, has_touch=touch)
    ground, knob = widget.locator(".ground").first, widget.get_by_label("출발점")
    ground.evaluate("e => e.scrollIntoView({block: 'center'})")
    box = ground.bounding_box()
    at = {"x": box["width"] * 0.2, "y": box["height"] * 0.3}
    (ground.tap if touch else ground.click)(position=at)
    assert start_of(knob) == pytest.approx((-3, 2), abs=0.11)
    (swipe if touch else drag)(page, knob, box["width"] / 5, 0)
    assert start_of(knob) == pytest.approx((-1, 2), abs=0.11)


def start_of(knob) -> tuple[float, ...]:
    text = knob.get_attribute("aria-valuetext").replace("−", "-")
    return tuple(float(part.split()[-1]) for part in text.split(","))


def test_path_is_played_from_the_start(open_widget):
    _, widget = open_widget("gradient-map")
    widget.get_by_role("button", name="재생").click()
    expect(widget).to_contain_text(re.compile(r"\b[1-9]걸음:"))
    widget.get_by_role("button", name="멈춤").click()
    shown = int(re.search(r"(\d+)걸음:", widget.inner_text())[1])
    assert shown >= 1
    widget.get_by_role("button", name="한 걸음").click()
    assert f"{shown + 1}걸음:" in widget.inner_text()
    widget.get_by_role("button", name="뒤로").click()
    assert f"{shown}걸음:" in widget.inner_text()

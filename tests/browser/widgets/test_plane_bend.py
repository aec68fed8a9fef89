"""<plane-bend>: 식이 lessons와 같고, 곧은 층은 XOR를 가르지 못하고, 굽히면 가른다."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect
from scipy.optimize import lsq_linear

from lessons.dl import activations
from lessons.dl.perceptron import Perceptron
from tests.browser.gestures import drag, kept, swipe
from tests.browser.widgets.formulas import ask

TIMES = 60
X = np.array([[0, 0], [1, 1], [0, 1], [1, 0]])
Y = [0, 0, 1, 1]
LAYER = """({x, W, b, act, bend}) => {
  const z = affine(x, W, b)
  return {z, h: bent(z, act, bend), area: area(W)}
}"""
SPLIT = "({points: [p, q, r, s]}) => separate([p, q], [r, s])"


@pytest.fixture
def rng():
    return np.random.default_rng(7)


def test_layer_is_that_of_lessons(rng):
    acts = ["none", "relu", "tanh", "sigmoid", "gelu"]
    states = [
        {
            "x": rng.uniform(-3, 3, 2).tolist(),
            "W": rng.uniform(-3, 3, (2, 2)).tolist(),
            "b": rng.uniform(-3, 3, 2).tolist(),
            "act": acts[i % 5],
            "bend": float(rng.uniform()),
        }
        for i in range(TIMES)
    ]
    for state, answer in zip(states, ask("plane-bend", LAYER, states), strict=True):
        W, t = np.array(state["W"]), state["bend"]
        z = np.array(state["x"]) @ W + state["b"]
        name = state["act"]
        h = z if name == "none" else getattr(activations, name)(z)
        np.testing.assert_allclose(answer["z"], z, rtol=1e-13, atol=1e-14)
        np.testing.assert_allclose(answer["h"], (1 - t) * z + t * h, atol=1e-13)
        np.testing.assert_allclose(answer["area"], abs(np.linalg.det(W)), atol=1e-13)


def test_erf_is_that_of_lessons(rng):
    x = [*rng.uniform(-7, 7, TIMES), 0.0, 2.0, -2.0, 6.0, 1e-300]
    answers = ask("plane-bend", "x => erf(x)", [float(v) for v in x])
    np.testing.assert_allclose(answers, activations.erf(x), rtol=1e-15)


def distance(p, q, r, s):
    """두 선분 사이의 거리."""
    sides = np.column_stack([q - p, r - s])
    found = lsq_linear(sides, r - p, bounds=(0, 1), tol=1e-14)
    return np.linalg.norm(sides @ found.x - (r - p))


def test_boundary_is_the_widest(rng):
    sets = [rng.normal(size=(4, 2)).round(1) for _ in range(TIMES)]
    sets.append(np.array([[0, 0], [2, 1], [1, 0], [1, 0]]))
    sets.append(np.array([[0, 0], [1, 1], [2, 2], [3, 3]]))
    sets.append(np.array([[0, 0], [0, 0], [0, 0], [0, 0]]))
    answers = ask("plane-bend", SPLIT, [{"points": s.tolist()} for s in sets])
    apart = 0
    for points, answer in zip(sets, answers, strict=True):
        gap = answer["gap"]
        np.testing.assert_allclose(gap, distance(*points), atol=1e-6)
        if gap > 0.02:
            apart += 1
            side = points @ answer["normal"] - answer["offset"]
            assert abs(np.sign(side[:2]).sum()) == abs(np.sign(side[2:]).sum()) == 2
            assert side[0] * side[2] < 0
            np.testing.assert_allclose(abs(side).min(), gap / 2, atol=1e-9)
            model = Perceptron(shuffle=False, max_iter=50_000).fit(points, Y)
            assert model.mistakes_[-1] == 0
    assert 10 < apart < TIMES


def test_no_straight_layer_splits_xor(rng):
    states = [
        {"points": (X @ rng.normal(size=(2, 2)) + rng.normal(size=2)).tolist()}
        for _ in range(TIMES)
    ]
    assert [a["gap"] for a in ask("plane-bend", SPLIT, states)] == [0] * TIMES


# 페이지에서


def verdict(widget):
    return widget.locator("b").first.inner_text()


def bend_to(widget, value):
    widget.get_by_role("slider", name="구부린 정도").fill(str(value))
    return verdict(widget)


def at(knob) -> list[float]:
    text = knob.get_attribute("aria-valuetext").replace("−", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?(?=,|$)", text)]


def test_straight_layers_never_split(open_widget):
    page, widget = open_widget("plane-bend")
    widget.get_by_text("없음").click()
    knob = widget.get_by_label("점 (1, 0)이 간 자리")
    for dx, dy in ((-60, 40), (-50, -90), (120, -20)):
        drag(page, knob, dx, dy)
        assert verdict(widget) == "가를 수 없다"
        assert "두 선이 만난다" in widget.inner_text()
        for value in (0, 0.5, 1):
            assert bend_to(widget, value) == "가를 수 없다"


def test_folding_parts_the_lines(open_widget):
    _, widget = open_widget("plane-bend")
    assert verdict(widget) == "가를 수 있다"
    assert "틈 0.495" in widget.inner_text()
    for i in range(21):
        want = "가를 수 없다" if i <= 8 else "가를 수 있다"
        assert bend_to(widget, i / 20) == want


def test_weights_of_the_page(open_widget):
    page, widget = open_widget("plane-bend", "?plane-bend=none__1_0_0_1__0_0__0.5")
    assert verdict(widget) == "가를 수 없다"
    widget.get_by_role("button", name="본문의 가중치").click()
    assert verdict(widget) == "가를 수 있다"
    text = widget.inner_text()
    assert "W의 행 (1, 1), (1, 1) · b (0, −1) · 넓이의 배율 0" in text
    assert kept(page, "plane-bend", "relu__1_1_1_1__0_-1__1")
    widget.get_by_role("button", name="처음으로").click()
    assert kept(page, "plane-bend", None)


def test_state_comes_from_the_address(open_widget):
    _, widget = open_widget("plane-bend", "?plane-bend=tanh__9_0_0.33_1__2_-9__0.51")
    assert at(widget.get_by_label("점 (0, 0)이 간 자리")) == [2, -2.5]
    assert at(widget.get_by_label("점 (1, 0)이 간 자리")) == [2.5, -2.5]
    assert at(widget.get_by_label("점 (0, 1)이 간 자리")) == [2.3, -1.5]
    slider = widget.get_by_role("slider", name="구부린 정도")
    assert slider.input_value() == "0.5"
    _, widget = open_widget("plane-bend", "?plane-bend=cubic__1_0_0_1__0_0__1")
    assert verdict(widget) == "가를 수 있다"


def test_keyboard_moves_the_plane(open_widget):
    page, widget = open_widget("plane-bend")
    widget.get_by_label("점 (0, 1)이 간 자리").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    assert at(widget.get_by_label("점 (0, 1)이 간 자리")) == [-1.1, 1.8]
    widget.get_by_label("점 (0, 0)이 간 자리").focus()
    for _ in range(9):
        page.keyboard.press("Shift+ArrowDown")
    assert at(widget.get_by_label("점 (0, 0)이 간 자리")) == [-0.2, -1.5]
    assert at(widget.get_by_label("점 (0, 1)이 간 자리")) == [-1.1, 0.5]
    assert "W의 행 (1.5, −1), (−0.9, 2)" in widget.inner_text()


@pytest.mark.parametrize("touch", [False, True])
def test_points_are_dragged(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("plane-bend", width=width, has_touch=touch)
    ground = widget.locator(".ground").first
    ground.evaluate("e => e.scrollIntoView({block: 'center'})")
    unit = ground.bounding_box()["width"] / 5
    knob = widget.get_by_label("점 (1, 0)이 간 자리")
    (swipe if touch else drag)(page, knob, unit, -unit)
    assert at(knob) == pytest.approx([2.3, -0.2], abs=0.11)


def test_plane_is_bent_step_by_step(open_widget):
    _, widget = open_widget("plane-bend")
    slider = widget.get_by_role("slider", name="구부린 정도")
    widget.get_by_role("button", name="재생").click()
    expect(slider).to_have_value(re.compile(r"0\.\d*[1-9]"))
    widget.get_by_role("button", name="멈춤").click()
    bend = float(slider.input_value())
    assert 0 < bend < 1
    widget.get_by_role("button", name="더 구부리기").click()
    assert float(slider.input_value()) == pytest.approx(bend + 0.05)
    widget.get_by_role("button", name="펴기").click()
    assert float(slider.input_value()) == pytest.approx(bend)


def test_less_motion_goes_straight_to_the_end(open_widget):
    _, widget = open_widget("plane-bend", reduced_motion="reduce")
    bend_to(widget, 0.3)
    widget.get_by_role("button", name="끝까지").click()
    assert verdict(widget) == "가를 수 있다"

"""<svm-margin>: 길과 힘이 lessons와 같고, 점을 끌면 길이 따라온다."""

import numpy as np
import pytest

from lessons.dl.svm import LinearSVC
from tests.browser.gestures import drag, kept, swipe
from tests.browser.widgets.formulas import ask

ROAD = "({samples, C}) => road(samples, C)"


def samples_of(X, s):
    return [{"at": x.tolist(), "s": int(k)} for x, k in zip(X, s, strict=True)]


def test_roads_are_those_of_the_lesson():
    rng = np.random.default_rng(4)
    states, wanted = [], []
    for C in (0.01, 0.1, 1, 10, 100) * 8:
        N = int(rng.integers(2, 13))
        X = rng.uniform([-2, -1], [8, 7], (N, 2))
        s = np.where(np.arange(N) < rng.integers(1, N), -1, 1)
        states.append({"samples": samples_of(X, s), "C": C})
        wanted.append((LinearSVC(C=C).fit(X, s), X, s))
    for answer, (svm, X, s) in zip(
        ask("svm-margin", ROAD, states), wanted, strict=True
    ):
        np.testing.assert_allclose(answer["w"], svm.coef_[0], atol=1e-7)
        np.testing.assert_allclose(2 / answer["width"], 2 / svm.margin_, atol=1e-7)
        assert answer["support"] == svm.support_.tolist()
        alpha = np.array(answer["alpha"])
        np.testing.assert_allclose(alpha * s @ X, answer["w"], atol=1e-6)
        b, mine = answer["b"], svm.intercept_[0]
        np.testing.assert_allclose(b, mine, atol=1e-4 * max(1, abs(mine)))


def test_one_side_has_no_road():
    one = samples_of(np.array([[0.0, 0], [1, 1]]), [1, 1])
    assert ask("svm-margin", ROAD, [{"samples": one, "C": 1}]) == [None]


def test_edges_have_their_level():
    X = np.array([[1.0, 0], [1, 4], [3, 2.5]])
    state = {"samples": samples_of(X, [-1, -1, 1]), "C": 100}
    formula = (
        "({samples, C}) => { const r = road(samples, C);"
        " return {r, ends: [-1, 0, 1].map(l => edge(r, l)), gap: nearest(samples)} }"
    )
    (answer,) = ask("svm-margin", formula, [state])
    levels = np.array(answer["ends"]) @ answer["r"]["w"] + answer["r"]["b"]
    np.testing.assert_allclose(levels, [[-1, -1], [0, 0], [1, 1]], atol=1e-9)
    np.testing.assert_allclose(answer["gap"], 2.5)


def values(widget):
    return widget.locator("b").all_inner_texts()  # 너비, 두 점의 거리, 서포트 벡터


def test_five_points_of_the_page(open_widget):
    page, widget = open_widget("svm-margin")
    assert values(widget) == ["2", "2.828", "3개"]
    assert "w = (1, 0), b = −2" in widget.inner_text()
    free = widget.get_by_label("−쪽 점 3")
    free.focus()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowUp")
    assert values(widget)[0] == "2"
    widget.get_by_label("+쪽 점 4").focus()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    assert values(widget)[0] == "1"
    assert "서포트 벡터" in widget.get_by_label("+쪽 점 4").get_attribute(
        "aria-valuetext"
    )
    assert "서포트" not in free.get_attribute("aria-valuetext")


def test_softer_road_is_wider(open_widget):
    _, widget = open_widget("svm-margin")
    widget.get_by_text("여덟 점").click()
    assert [values(widget)[0], values(widget)[2]] == ["1.091", "3개"]
    widget.get_by_role("slider", name="벌의 세기 C").fill("1")
    assert [values(widget)[0], values(widget)[2]] == ["4", "6개"]
    widget.get_by_role("button", name="처음으로").click()
    assert values(widget)[0] == "2"


def test_points_come_and_go_and_stay_in_the_address(open_widget):
    page, widget = open_widget("svm-margin")
    widget.get_by_role("button", name="○ 더하기").click()
    assert widget.locator(".handle").count() == 6
    assert kept(page, "svm-margin", "4__1_0_-1_1_4_-1_0_2_-1_3_2_1_5_3_1_6_5_1")
    widget.get_by_label("+쪽 점 6").focus()
    page.keyboard.press("Delete")
    assert widget.locator(".handle").count() == 5
    for _ in range(9):
        widget.get_by_role("button", name="□ 더하기").click(force=True)
    assert widget.locator(".handle").count() == 12
    assert widget.get_by_role("button", name="□ 더하기").is_disabled()


def test_address_is_read(open_widget):
    _, widget = open_widget("svm-margin", "?svm-margin=1__0_0_-1_3_4_1")
    assert values(widget)[1:] == ["5", "2개"]
    _, widget = open_widget("svm-margin", "?svm-margin=1__0_0")
    assert values(widget) == ["2", "2.828", "3개"]
    _, widget = open_widget("svm-margin", "?svm-margin=4__0_0_1_3_4_1")
    assert values(widget)[0] == "없음"
    assert "두 무리가 있어야" in widget.inner_text()


@pytest.mark.parametrize("touch", [False, True])
def test_dragging_a_support_vector_moves_the_road(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("svm-margin", width=width, has_touch=touch)
    knob = widget.get_by_label("+쪽 점 4")
    box = widget.locator(".ground").bounding_box()
    (swipe if touch else drag)(page, knob, -box["width"] / 10, 0)
    assert knob.get_attribute("aria-valuetext").startswith("x₁ 2, x₂ 2")
    assert values(widget)[0] == "1"

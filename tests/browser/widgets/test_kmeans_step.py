"""<kmeans-step>: 반걸음이 lessons와 같고, 본문이 말한 숫자가 그대로 보인다."""

import numpy as np
import pytest

from lessons.dl.kmeans import KMeans, assign, inertia, move
from tests.browser.gestures import drag, kept, swipe
from tests.browser.widgets.formulas import ask

CLOSE = {"rtol": 1e-9, "atol": 1e-9}
STEPS = "({points, start}) => lloyd(points, start)"
PARTS = """({points, start}) => {
  const labels = assign(points, start)
  return {
    labels, inertia: inertia(points, start, labels), moved: move(points, start, labels),
  }
}"""


def states(far: float) -> list[dict]:
    rng = np.random.default_rng(7)
    made = []
    for i in range(30):
        points = rng.normal(size=(rng.integers(6, 40), 2)) * 3
        start = rng.normal(size=(rng.integers(1, 4), 2)) * 3
        if i % 2:
            start[-1] += far
        made.append({"points": points.tolist(), "start": start.tolist()})
    repeated = [[1, 0], [3, 0], [1, 0], [1, 0], [2, 0]]
    made.append({"points": repeated, "start": [[0, 0], [-1, 0], [2, 0]]})
    return made


@pytest.mark.parametrize("far", [0, 40])
def test_half_steps_are_those_of_lessons(far):
    made = states(far)
    for state, frames in zip(made, ask("kmeans-step", STEPS, made), strict=True):
        points, start = np.array(state["points"]), np.array(state["start"])
        model = KMeans(len(start), init=start, tol=0).fit(points)
        history = [frame["inertia"] for frame in frames[1:]]
        np.testing.assert_allclose(history, model.history_[:-1], **CLOSE)
        np.testing.assert_allclose(
            frames[-1]["centers"], model.cluster_centers_, **CLOSE
        )
        assert frames[-1]["labels"] == model.labels_.tolist()
        assert frames[0] == {
            "centers": state["start"],
            "labels": None,
            "inertia": None,
            "changed": 0,
        }
        assert frames[1]["changed"] == len(points)


@pytest.mark.parametrize("far", [0, 40])
def test_assign_and_move_are_those_of_lessons(far):
    made = states(far)
    for state, answer in zip(made, ask("kmeans-step", PARTS, made), strict=True):
        points, start = np.array(state["points"]), np.array(state["start"])
        labels = assign(points, start)
        assert answer["labels"] == labels.tolist()
        np.testing.assert_allclose(
            answer["inertia"], inertia(points, start, labels), **CLOSE
        )
        np.testing.assert_allclose(
            answer["moved"], move(points, start, labels), **CLOSE
        )


def to_the_end(widget) -> str:
    step = widget.get_by_role("button", name="반걸음")
    while step.is_enabled():
        step.click()
    return widget.locator("b").first.inner_text()


def test_the_numbers_of_the_page(open_widget):
    page, widget = open_widget("kmeans-step")
    step = widget.get_by_role("button", name="반걸음")
    seen = [widget.locator("b").first.inner_text()]
    while step.is_enabled():
        step.click()
        seen.append(widget.locator("b").first.inner_text())
    assert seen[:2] + seen[5:6] + seen[-1:] == ["270.2", "207.7", "188.61", "16.2"]
    assert "11반걸음: 끝" in widget.inner_text()
    widget.get_by_role("button", name="처음으로").click()
    widget.get_by_label("중심점 2").focus()
    page.keyboard.press("ArrowRight")
    assert "x₁ 6.5, x₂ 4" in widget.get_by_label("중심점 2").get_attribute(
        "aria-valuetext"
    )
    assert to_the_end(widget) == "194.18"


def test_a_house_is_freed_from_a_bad_start(open_widget):
    page, widget = open_widget("kmeans-step")
    widget.get_by_text("네 집").click()
    assert widget.locator("b").first.inner_text() == "72"
    assert to_the_end(widget) == "36"
    widget.get_by_label("중심점 2").focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("ArrowRight")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    assert widget.get_by_label("중심점 2").get_attribute("aria-valuetext") == (
        "x₁ 6, x₂ 1, 점 2개"
    )
    assert to_the_end(widget) == "4"


def test_two_rows_are_cut_across(open_widget):
    _, widget = open_widget("kmeans-step")
    widget.get_by_text("두 줄").click()
    assert to_the_end(widget) == "165"
    _, widget = open_widget("kmeans-step", "?kmeans-step=rows__2_5_8_5__1")
    assert to_the_end(widget) == "60"


@pytest.mark.parametrize("touch", [False, True])
def test_a_dragged_centre_starts_again(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("kmeans-step", width=width, has_touch=touch)
    to_the_end(widget)
    knob = widget.get_by_label("중심점 1")
    knob.evaluate("e => e.scrollIntoView({block: 'center'})")
    assert knob.get_attribute("aria-valuetext") == "x₁ 5, x₂ 8, 점 8개"
    unit = widget.locator(".ground").first.bounding_box()["width"] / 11
    (swipe if touch else drag)(page, knob, -2 * unit, -1 * unit)
    assert knob.get_attribute("aria-valuetext").startswith("x₁ 3, x₂ 9")
    assert "1반걸음: 할당" in widget.inner_text()
    assert kept(page, "kmeans-step", "groups__3_9_2_2_8_2__1")


def test_it_plays_goes_back_and_scatters(open_widget):
    page, widget = open_widget("kmeans-step")
    widget.get_by_role("button", name="뒤로").click()
    assert "0반걸음: 출발" in widget.inner_text()
    assert widget.get_by_role("button", name="뒤로").is_disabled()
    widget.get_by_role("button", name="재생").click()
    page.wait_for_function(
        "document.querySelector('kmeans-step').shadowRoot.textContent"
        ".includes('2반걸음: 이동')"
    )
    widget.get_by_role("button", name="아무 점에서나").click()
    assert "1반걸음: 할당" in widget.inner_text()
    assert widget.get_by_role("button", name="재생").is_visible()
    to_the_end(widget)
    assert "끝" in widget.inner_text()


def test_reduced_motion_goes_to_the_end(open_widget):
    _, widget = open_widget("kmeans-step", reduced_motion="reduce")
    widget.get_by_role("button", name="끝까지").click()
    assert "11반걸음: 끝" in widget.inner_text()


@pytest.mark.parametrize(
    "query", ["nowhere__1_2__1", "groups__1_2__1", "houses__0_0_0_x__1", "rows"]
)
def test_a_broken_address_is_the_beginning(open_widget, query):
    _, widget = open_widget("kmeans-step", f"?kmeans-step={query}")
    assert "270.2" in widget.inner_text()

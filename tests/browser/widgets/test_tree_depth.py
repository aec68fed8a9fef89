"""<tree-depth>: 나무가 lessons와 같고, 본문의 정확도를 보인다."""

import numpy as np
import pytest

from lessons.datasets import load_iris
from lessons.dl.decision_tree import DecisionTreeClassifier
from lessons.dl.impurity import best_split, gini
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

GROW = """({X, y, depth, grid}) => {
  const tree = grow(X, y, depth)
  const box = {left: -9, right: 9, bottom: -9, top: 9}
  const lands = regions(tree, box)
  return {
    answers: grid.map(x => predict(tree, x)), leaves: leaves(tree),
    accuracy: accuracy(tree, X, y), split: bestSplit(X, y), gini: gini(tree.counts),
    area: lands.reduce((s, b) => s + (b.right - b.left) * (b.top - b.bottom), 0),
    same: grid.every(([u, v]) => lands.filter(b => u > b.left && u <= b.right
      && v > b.bottom && v <= b.top && b.label === predict(tree, [u, v])).length === 1),
  }
}"""


def test_trees_are_those_of_the_lesson():
    rng = np.random.default_rng(5)
    states = []
    for depth in (0, 1, 2, 3, 5, 20) * 4:
        X = rng.integers(-8, 9, (40, 2)) / 2
        y = (X.sum(axis=1) + rng.normal(0, 3, 40) > 0).astype(int)
        grid = rng.uniform(-8, 8, (60, 2))
        states.append({"X": X, "y": y, "depth": depth, "grid": grid})
    sent = [{k: np.asarray(v).tolist() for k, v in s.items()} for s in states]
    for state, answer in zip(states, ask("tree-depth", GROW, sent), strict=True):
        X, y = state["X"], state["y"]
        tree = DecisionTreeClassifier(max_depth=state["depth"]).fit(X, y)
        assert answer["answers"] == tree.predict(state["grid"]).tolist()
        assert answer["leaves"] == tree.get_n_leaves()
        assert answer["accuracy"] == pytest.approx(tree.score(X, y))
        split = answer["split"]["feature"], answer["split"]["threshold"]
        assert split == best_split(X, np.eye(2)[y], gini)
        assert answer["gini"] == pytest.approx(float(gini(np.bincount(y))))
        assert answer["area"] == pytest.approx(18 * 18)
        assert answer["same"]


def test_flowers_are_iris():
    X, y = load_iris()
    formula = "part => ({X: flowers(part), y: SPECIES})"
    for part, answer in zip((0, 2), ask("tree-depth", formula, [0, 2]), strict=True):
        np.testing.assert_array_equal(answer["X"], X[50:, part : part + 2])
        np.testing.assert_array_equal(answer["y"], y[50:] - 1)


def at(widget, depth):
    widget.get_by_role("slider", name="깊이").fill(str(depth))
    return tuple(widget.locator("b").all_inner_texts())


def test_depths_of_the_page(open_widget):
    _, widget = open_widget("tree-depth")
    want = {0: ("0.50", "0.50"), 1: ("0.72", "0.70"), 8: ("0.86", "0.58")}
    want[7] = "0.84", "0.66"
    assert {depth: at(widget, depth) for depth in want} == want
    assert all(float(at(widget, depth)[1]) < 0.7 for depth in range(2, 14))
    assert "잎 24개" in widget.inner_text()
    widget.get_by_text("꽃잎").click()
    assert at(widget, 1) == ("0.96", "0.92")
    at(widget, 3)
    assert "잎 5개" in widget.inner_text()
    at(widget, 13)
    assert "잎 5개" in widget.inner_text()


@pytest.mark.parametrize("seen", ["훈련한 꽃", "남겨 둔 꽃"])
def test_wrong_flowers_are_marked_as_many_as_the_score_says(open_widget, seen):
    _, widget = open_widget("tree-depth")
    widget.get_by_text(seen).click()
    for depth in (0, 1, 8):
        score = at(widget, depth)[seen == "남겨 둔 꽃"]
        assert widget.locator(".flower").count() == 50
        assert 1 - widget.locator(".wrong").count() / 50 == pytest.approx(float(score))


def test_keyboard_and_address(open_widget):
    page, widget = open_widget("tree-depth")
    slider = widget.get_by_role("slider", name="깊이")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "깊이 2, 훈련 0.74, 검증 0.68"
    assert kept(page, "tree-depth", "sepal__2__train")
    _, widget = open_widget("tree-depth", "?tree-depth=petal__2__valid")
    assert widget.locator("b").all_inner_texts() == ["0.98", "0.94"]
    _, widget = open_widget("tree-depth", "?tree-depth=leaf__2__valid")
    assert widget.locator("b").all_inner_texts() == ["0.72", "0.70"]


def test_touch_slides_the_depth(open_widget):
    _, widget = open_widget("tree-depth", width=390, has_touch=True)
    slider = widget.get_by_role("slider", name="깊이")
    box = slider.bounding_box()
    slider.tap(position={"x": box["width"] - 4, "y": box["height"] / 2})
    assert slider.input_value() == "13"

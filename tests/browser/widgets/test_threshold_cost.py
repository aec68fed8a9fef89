"""<threshold-cost>: 점수는 배운 것이고, 식은 lessons와 같고, 셋을 밀면 따라온다."""

import re

import numpy as np
import pytest

from lessons.artifacts import load
from lessons.cnn.imbalance.calibration import correct_prior
from lessons.cnn.imbalance.ranking import average_precision_score, roc_auc_score
from lessons.cnn.imbalance.threshold import (
    bayes_threshold,
    cost_at_thresholds,
    f1_at_thresholds,
)
from lessons.dl.activations import sigmoid
from sitegen.book import site
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

TAG = "threshold-cost"
RATIOS = (1, 3, 10, 30, 100)
Y = np.repeat([1, 0], [100, 900])


def scores() -> np.ndarray:
    text = (site.ROOT / "web/widgets" / TAG / "scores.ts").read_text(encoding="utf-8")
    lists = re.findall(r"= \[(.*?)\]", text, re.DOTALL)
    return np.array([int(n) for found in lists for n in re.findall(r"-?\d+", found)])


def test_scores_are_what_was_learned():
    learned = load("cnn/rare_tshirts")
    z = scores() / 20
    for part, kind in ((z[:100], 1), (z[100:], 0)):
        want = np.sort(learned["z"][learned["y"] == kind])[::-1]
        np.testing.assert_allclose(part, want, atol=0.0251)
    whole = roc_auc_score(learned["y"], learned["z"])
    assert abs(roc_auc_score(Y, z) - whole) < 0.002


def test_formulas_are_lessons():
    z = scores() / 20
    formula = """({ratio, missed}) => {
      const found = spots(ratio)
      return {
        auc: rocAuc(found), ap: averagePrecision(found),
        f1: Math.max(...found.map(f1)), at: best(found, f1),
        least: Math.min(...found.map((s) => cost(s, missed))),
        cheap: best(found, (s) => -cost(s, missed)), bayes: bayes(ratio, missed),
        right: found.map(accuracy), there: found.map((s) => String(s.t)),
      }
    }"""
    states = [{"ratio": r, "missed": m} for r in RATIOS for m in (1, 5, 50)]
    for state, got in zip(states, ask(TAG, formula, states), strict=True):
        ratio, missed = state["ratio"], state["missed"]
        w = np.where(Y == 1, 1, ratio / 9)
        np.testing.assert_allclose(got["auc"], roc_auc_score(Y, z, sample_weight=w))
        ap = average_precision_score(Y, z, sample_weight=w)
        np.testing.assert_allclose(got["ap"], ap)
        f1, thresholds = f1_at_thresholds(Y, z, sample_weight=w)
        np.testing.assert_allclose(got["f1"], f1.max())
        np.testing.assert_allclose(got["at"], thresholds[f1.argmax()])
        cost, tries = cost_at_thresholds(Y, z, 1, missed, sample_weight=w)
        np.testing.assert_allclose(got["least"], 10000 * cost.min())
        picked = np.flatnonzero(
            np.isclose(tries, np.inf if got["cheap"] is None else got["cheap"])
        )
        assert np.isclose(cost[picked[0]], cost.min())
        p = correct_prior(sigmoid(got["bayes"]), 1 / 101, 1 / (1 + ratio))
        np.testing.assert_allclose(p, bayes_threshold(1, missed))
        right = [np.average((z >= t) == Y, weights=w) for t in tries]
        np.testing.assert_allclose(got["right"], right)


def reads(widget) -> dict:
    found = widget.locator(".readout > span").all_inner_texts()
    return dict(text.rsplit(" ", 1) for text in found)


def test_three_things_of_the_text(open_widget):
    _, widget = open_widget(TAG)
    ratio = widget.get_by_role("slider", name="비율")
    dot = widget.locator("circle.dot").first
    threshold = widget.get_by_role("slider", name="임곗값")
    threshold.fill("-2.2")
    assert "확률 0.0998" in widget.inner_text()
    before, first = dot.get_attribute("cx"), reads(widget)
    assert float(first["정확도"]) > 0.98 and float(first["AP"]) < 0.6
    ratio.fill("0")
    after = reads(widget)
    assert after["ROC-AUC"] == first["ROC-AUC"] and after["재현율"] == first["재현율"]
    assert dot.get_attribute("cx") == before
    assert float(after["AP"]) > 0.9 and float(after["정밀도"]) > float(first["정밀도"])
    ratio.fill("4")
    threshold.fill("0")
    half = reads(widget)
    widget.get_by_role("slider", name="놓치는 비용").fill("6")
    paid = float(reads(widget)["비용"])
    widget.get_by_role("button", name="가장 싼 곳으로").click()
    assert float(reads(widget)["비용"]) < paid
    assert float(threshold.input_value()) < -2
    widget.get_by_role("button", name="F1이 가장 큰 곳으로").click()
    assert float(reads(widget)["F1"]) > float(half["F1"])
    assert float(threshold.input_value()) < 0


@pytest.mark.parametrize("touch", [False, True])
def test_buttons_and_the_url(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget(TAG, width=width, has_touch=touch)

    def press(name):
        button = widget.get_by_role("button", name=name)
        (button.tap if touch else button.click)()

    widget.get_by_role("slider", name="비율").fill("2")
    assert kept(page, TAG, "0__10__1")
    press("처음으로")
    assert kept(page, TAG, None)
    press("F1이 가장 큰 곳으로")
    assert widget.get_by_role("slider", name="임곗값").input_value() != "0"
    press("0.5로")
    assert widget.get_by_role("slider", name="임곗값").input_value() == "0"


def test_keyboard(open_widget):
    page, widget = open_widget(TAG)
    threshold = widget.get_by_role("slider", name="임곗값")
    threshold.focus()
    page.keyboard.press("ArrowLeft")
    assert threshold.input_value() == "-0.05"
    page.keyboard.press("End")
    assert reads(widget)["정밀도"] == "없음" and reads(widget)["재현율"] == "0"


@pytest.mark.parametrize(
    ("query", "ratio"),
    [("-1__10__5", "1:10"), ("-1__11__5", "1:100"), ("x__10__5", "1:100")],
)
def test_state_from_the_url(open_widget, query, ratio):
    _, widget = open_widget(TAG, f"?{TAG}={query}")
    assert ratio in widget.inner_text()

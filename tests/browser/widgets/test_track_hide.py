"""<track-hide>: 추적기의 번호와 상자, 짝, ID 전환이 lessons의 것과 같다."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lessons.artifacts import load
from lessons.cnn.tracking.assignment import greedy_assignment, linear_sum_assignment
from lessons.cnn.tracking.deepsort import DeepSort
from lessons.cnn.tracking.embedding import crop, embedder
from lessons.cnn.tracking.metrics import clear_mot, compare
from lessons.cnn.tracking.sort import Sort
from lessons.scenes.still import paint
from sitegen.base.paths import ROOT
from tests.browser.conftest import reload
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

TAG = "track-hide"
STILL = {"maxAge": 3, "minHits": 3, "iou": 0.05, "moving": False, "cosine": None}
MOVING = {"maxAge": 30, "minHits": 3, "iou": 0.2, "moving": True, "hungarian": True}
TRACKERS = {
    "탐욕": (
        STILL | {"hungarian": False},
        lambda: Sort(3, 3, 0.05, moving=False, assign=greedy_assignment),
    ),
    "헝가리안": (
        STILL | {"hungarian": True},
        lambda: Sort(3, 3, 0.05, moving=False),
    ),
    "칼만": (MOVING | {"cosine": None}, lambda: Sort(30, 3, 0.2)),
    "겉모습": (
        MOVING | {"cosine": 0.2},
        lambda: DeepSort(30, 3, 0.2, max_cosine_distance=0.2),
    ),
}
FOLLOW = """({options, frames, truth}) => {
  const tracker = new Tracker(options)
  const switches = new Switches()
  const shown = frames.map(({boxes, features}, t) => {
    const one = tracker.update(boxes, features)
    switches.add(truth[t], one)
    return one
  })
  return {shown, switches: switches.count}
}"""


@pytest.fixture
def rng():
    return np.random.default_rng(10)


def draw(rng):
    """스치고 사라졌다 나타나는 상자들과 그 겉모습."""
    n, T = int(rng.integers(2, 8)), 40
    place, speed = rng.uniform(20, 130, (n, 2)), rng.normal(0, 2.5, (n, 2))
    sides, looks = rng.uniform(12, 24, (n, 1)), rng.normal(size=(n, 6))
    frames, truth = [], []
    for t in range(T):
        at = place + speed * t + rng.normal(0, 0.7, (n, 2))
        seen = np.flatnonzero(rng.random(n) < (0.4 if t % 9 > 6 else 0.95))
        boxes = np.hstack([at - sides / 2, at + sides / 2])[seen]
        features = looks[seen] + rng.normal(0, 0.2, (len(seen), 6))
        features /= np.linalg.norm(features, axis=1, keepdims=True)
        frames.append((boxes, features))
        truth.append((seen, boxes))
    return frames, truth


@pytest.mark.parametrize("name", TRACKERS)
def test_same_numbers_boxes_and_switches_as_the_lesson(name, rng):
    options, make = TRACKERS[name]
    videos = [draw(rng) for _ in range(12)]
    asked = [
        {
            "options": options,
            "frames": [
                {"boxes": b.tolist(), "features": f.tolist()} for b, f in frames
            ],
            "truth": [{"ids": i.tolist(), "boxes": b.tolist()} for i, b in truth],
        }
        for frames, truth in videos
    ]
    switched = 0
    for (frames, truth), answer in zip(videos, ask(TAG, FOLLOW, asked), strict=True):
        tracker = make()
        shown = [tracker.update(b, np.ones(len(b)), f) for b, f in frames]
        for (ids, boxes), other in zip(shown, answer["shown"], strict=True):
            assert ids.tolist() == other["ids"]
            ours = np.reshape(other["boxes"], (-1, 4))
            assert_allclose(ours, boxes, rtol=1e-6, atol=1e-6)
        expected = clear_mot(compare(truth, shown))["IDSW"]
        assert answer["switches"] == expected
        switched += expected
    assert switched > 0


def test_same_pairs_as_the_lesson(rng):
    costs = []
    for _ in range(200):
        shape = rng.integers(1, 8, 2)
        cost = rng.random(shape) if rng.random() < 0.5 else rng.integers(0, 3, shape)
        costs.append(cost.astype(float))
    for name, assign in (
        ("hungarian", linear_sum_assignment),
        ("greedy", greedy_assignment),
    ):
        answers = ask(TAG, f"(cost) => {name}(cost)", [c.tolist() for c in costs])
        for cost, pairs in zip(costs, answers, strict=True):
            assert pairs == np.transpose(assign(cost)).tolist()


def test_things_stay_inside_and_bounce():
    thing = {"side": 20, "place": [20, 30], "speed": [3, 0]}
    frames = [{"thing": thing, "t": t} for t in (0, 10, 43, 44, 90)]
    boxes = ask(TAG, "({thing, t}) => boxAt(thing, t)", frames)
    assert [box[0] for box in boxes] == [10, 40, 139, 138, 0]
    assert all(x1 >= 0 and x2 <= 160 for x1, _, x2, _ in boxes)


def test_what_is_covered_is_not_found():
    boxes = [[0, 0, 20, 20], [4, 0, 24, 20], [100, 0, 120, 20]]
    states = [{"boxes": boxes, "hidden": []}, {"boxes": boxes, "hidden": [1]}]
    formula = "({boxes, hidden}) => detected(boxes, new Set(hidden))"
    assert ask(TAG, formula, states) == [[1, 2], [0, 2]]


def test_looks_come_from_the_trained_network():
    text = (ROOT / "web" / "widgets" / TAG / "things.ts").read_text(encoding="utf-8")
    model = embedder(rng=np.random.default_rng(0))
    model.load_state_dict(load("cnn/track_embedding"))
    found = re.findall(
        r"shape: (\d),\s+color: \[([^]]+)\],\s+side: (\d+),.*?look: \[([^]]+)\]",
        text,
        re.DOTALL,
    )
    assert len(found) == 8
    for shape, color, side, look in found:
        box = np.array([[20, 20, 20 + int(side), 20 + int(side)]])
        color = np.array([int(c) for c in color.split(",")])
        scene = paint(
            np.full((64, 64, 3), 32, dtype=np.uint8),
            np.array([int(shape)]),
            *(box, [0], [color], 0, np.random.default_rng(0)),
        )
        expected = model(crop(scene.image, scene.boxes)).data[0]
        assert_allclose(
            [float(v) for v in re.findall(r"[-.\d]+", look)], expected, atol=2e-3
        )


def counts(widget) -> list[str]:
    return widget.locator(".count").all_inner_texts()


def test_hidden_by_a_button_and_kept(open_widget):
    """여덟 프레임을 숨기면 칼만과 겉모습만 번호를 지킨다."""
    page, widget = open_widget(TAG)
    hide = widget.get_by_role("button", name="다", exact=True)
    step = widget.get_by_role("button", name="한 프레임")
    hide.click()
    assert hide.get_attribute("aria-pressed") == "true"
    assert "숨은 것: 다." in widget.locator(".result").inner_text()
    assert widget.locator(".thing.gone").count() == 4
    for _ in range(8):
        step.click()
    hide.click()
    for _ in range(6):
        step.click()
    still, best, kalman, look = (
        int(re.search(r"ID 전환 (\d+)", text)[1]) for text in counts(widget)
    )
    assert still >= 1 and best >= 1
    assert kalman == look == 0
    assert kept(page, TAG, "26__12_2__20_2")
    before = counts(widget)
    reload(page)
    assert counts(widget) == before
    widget.get_by_role("button", name="뒤로").click()
    assert "25번 프레임" in widget.locator(".result").inner_text()
    widget.get_by_role("button", name="처음으로").click()
    assert "0번 프레임. 모두 나와 있다." in widget.locator(".result").inner_text()


def test_looks_outlast_the_prediction(open_widget):
    """36번 프레임부터 25프레임을 숨기면 칼만은 놓치고 겉모습은 알아본다."""
    _, widget = open_widget(TAG, f"?{TAG}=69__36_0__61_0")
    kalman, look = counts(widget)[2:]
    assert kalman.startswith("ID 전환 1") and look.startswith("ID 전환 0")


def test_hidden_by_touch_and_by_keys(open_widget):
    page, widget = open_widget(TAG, width=390, has_touch=True, is_mobile=True)
    widget.locator(".panel").nth(2).locator(".thing").nth(5).tap()
    pressed = widget.get_by_role("button", name="바", exact=True)
    assert pressed.get_attribute("aria-pressed") == "true"
    pressed.focus()
    page.keyboard.press("Enter")
    assert pressed.get_attribute("aria-pressed") == "false"
    sizes = widget.locator(".hide").evaluate_all(
        "all => all.map((e) => Math.min(e.offsetWidth, e.offsetHeight))"
    )
    assert min(sizes) >= 44


@pytest.mark.parametrize("text", ["x", "12__3", "999", "12__3_9", "-1"])
def test_an_address_that_cannot_be_read_starts_afresh(open_widget, text):
    _, widget = open_widget(TAG, f"?{TAG}={text}")
    assert "12번 프레임" in widget.locator(".result").inner_text()

"""<pixel-shuffle>: 두 신경망이 lessons와 같고, 글이 말하는 방향이 보인다."""

import numpy as np
import pytest

from lessons import nn
from lessons.cnn.locality import WindowNet
from lessons.dl.optimizers import Adam
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

STEPS = """({k, weights, X, y}) => {
  const model = {k, weights: weights.map((w) => Float64Array.from(w))}
  const adam = memory(model)
  for (let t = 0; t < 4; t++) step(model, {X, y}, y.map((_, n) => n), adam)
  return {weights: model.weights.map((w) => [...w]), z: [...forward(model, X[0]).z]}
}"""
END = """({mode, seed}) => {
  const race = new Race(mode, seed)
  for (let t = 0; t < EPOCHS; t++) race.epoch()
  return race.scores.at(-1)
}"""
ORDER = "({mode}) => order(mode, random(3))"


@pytest.mark.parametrize("k", [None, 5, 3])
def test_steps_are_those_of_the_lesson(k):
    rng = np.random.default_rng(0)
    if k:
        model = WindowNet(k, 7, 10, rng=rng)
    else:
        layers = nn.Linear(144, 7, rng=rng), nn.ReLU(), nn.Linear(7, 10, rng=rng)
        model = nn.Sequential(nn.Flatten(), *layers)
    X, y = rng.random((6, 12, 12)), rng.integers(10, size=6)
    weights = [p.data.ravel().tolist() for p in model.parameters()]
    state = {"k": k, "weights": weights, "X": X.reshape(6, -1).tolist()}
    found = ask("pixel-shuffle", STEPS, [{**state, "y": y.tolist()}])[0]
    optimizer = Adam(model.parameters(), lr=0.01)
    for _ in range(4):
        model.zero_grad()
        nn.functional.cross_entropy(model(X), y).backward()
        optimizer.step()
    for p, got in zip(model.parameters(), found["weights"], strict=True):
        np.testing.assert_allclose(got, p.data.ravel(), rtol=0, atol=1e-9)
    np.testing.assert_allclose(found["z"], model(X[:1]).data[0], rtol=0, atol=1e-9)


def test_orders_are_permutations_that_stay_where_they_should():
    plain, blocks, all_ = (
        np.array(found)
        for found in ask(
            "pixel-shuffle", ORDER, [{"mode": m} for m in ("plain", "blocks", "all")]
        )
    )
    assert plain.tolist() == list(range(144))
    for order in (blocks, all_):
        assert sorted(order) == list(range(144)) and order.tolist() != plain.tolist()
    for old, new in zip(np.divmod(blocks, 12), np.divmod(plain, 12), strict=True):
        assert (old // 2 == new // 2).all()
    assert np.abs(all_ // 12 - plain // 12).max() > 6


def test_what_the_page_promises():
    modes = [(mode, seed) for mode in ("plain", "blocks", "all") for seed in (1, 2, 3)]
    ends = ask("pixel-shuffle", END, [{"mode": m, "seed": s} for m, s in modes])
    scores = dict(zip(modes, ends, strict=True))
    for seed in (1, 2, 3):
        mlp, net = scores["plain", seed]
        assert net > mlp + 0.1, scores
        shuffled_mlp, shuffled = scores["all", seed]
        assert shuffled_mlp > shuffled and abs(shuffled_mlp - mlp) < 0.1, scores
        assert scores["blocks", seed][1] < net - 0.1, scores


@pytest.mark.parametrize("touch", [False, True])
def test_nets_are_trained_epoch_by_epoch(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("pixel-shuffle", width=width, has_touch=touch)
    assert "그대로, 0바퀴" in widget.inner_text()
    step = widget.get_by_role("button", name="한 바퀴")
    (step.tap if touch else step.click)()
    assert "그대로, 1바퀴" in widget.inner_text()
    widget.get_by_text("모두 섞기", exact=True).click()
    assert "모두 섞기, 0바퀴" in widget.inner_text()
    assert kept(page, "pixel-shuffle", "all__1__0")


def test_still_readers_go_straight_to_the_end(open_widget):
    _, widget = open_widget("pixel-shuffle", reduced_motion="reduce")
    widget.get_by_role("button", name="끝까지").click()
    assert "15바퀴" in widget.inner_text()

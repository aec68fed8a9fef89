"""<sick-curve>: 같은 가중치에서 lessons와 같고, 고장마다 본문이 말하는 곡선이 된다."""

import re

import numpy as np
import pytest

from lessons import nn
from lessons.clinic.looks import dead_units
from lessons.clinic.patient import digit_net
from lessons.dl.optimizers import SGD
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

CLOSE = {"rtol": 1e-9, "atol": 1e-12}
STEP = """({net, X, y, over, lr}) => {
  const floats = (values) => Float64Array.from(values)
  const layers = net.map(({W, b}) => ({W: floats(W), b: floats(b)}))
  const rows = X.map(floats)
  const {loss, grads} = gradients(layers, {X: rows, y}, over)
  const plain = (net) => net.map(({W, b}) => ({W: [...W], b: [...b]}))
  return {
    loss, grads: plain(grads), after: plain(added(layers, grads, -lr)),
    norms: grads.map(({W}) => norm(W)), dead: dead(layers, rows),
    right: accuracy(layers, {X: rows, y}),
  }
}"""
LEARN = """(faults) => {
  const {losses, looks} = learn({...HEALTHY, ...faults}, 3)
  return {losses: losses.map((l) => Number.isFinite(l) ? l : 1e300), looks}
}"""


def test_a_step_is_that_of_the_lesson():
    rng = np.random.default_rng(4)
    models, states = [], []
    for over in (False, True):
        model = digit_net((64, 16, 16, 10), rng=rng)
        model[0].bias.data[:5] = -50  # 죽은 유닛 다섯
        X, y = rng.uniform(0, 1, (12, 64)), rng.integers(0, 10, 12)
        net = [
            {"W": m.weight.data.T.ravel().tolist(), "b": m.bias.data.tolist()}
            for m in [*model][::2]
        ]
        rest = {"X": X.tolist(), "y": y.tolist(), "over": over, "lr": 0.3}
        states.append({"net": net, **rest})
        models.append((model, X, y, over))
    answers = ask("sick-curve", STEP, states)
    for (model, X, y, over), answer in zip(models, answers, strict=True):
        z = model(X)
        log_p = nn.functional.log_softmax(z, dim=0 if over else 1)
        loss = -log_p[np.arange(12), y].mean()
        loss.backward()
        np.testing.assert_allclose(answer["loss"], loss.item(), **CLOSE)
        assert answer["dead"] == [*dead_units(model, X).values()]
        assert answer["dead"][0] >= 5 / 16
        assert answer["right"] == np.mean(z.data.argmax(axis=1) == y)
        linears = [*model][::2]
        for got, size, layer in zip(
            answer["grads"], answer["norms"], linears, strict=True
        ):
            np.testing.assert_allclose(got["W"], layer.weight.grad.T.ravel(), **CLOSE)
            np.testing.assert_allclose(got["b"], layer.bias.grad, **CLOSE)
            assert size == pytest.approx(np.linalg.norm(layer.weight.grad))
        SGD(model.parameters(), 0.3).step()
        for got, layer in zip(answer["after"], linears, strict=True):
            np.testing.assert_allclose(got["W"], layer.weight.data.T.ravel(), **CLOSE)
            np.testing.assert_allclose(got["b"], layer.bias.data, **CLOSE)


def run(**faults):
    return ask("sick-curve", LEARN, [faults])[0]


def end(found) -> float:
    return float(np.mean(found["losses"][-30:]))


def test_the_healthy_one_learns():
    found = run()
    assert len(found["losses"]) == 201 and len(found["looks"]) == 21
    assert 2 < found["losses"][0] < 3.2
    assert end(found) < 0.35
    assert found["looks"][-1]["right"] > 0.7


@pytest.mark.parametrize(
    "faults",
    [{"mixed": True}, {"scale": 0}, {"lr": 3}, {"lr": 0.003}],
)
def test_many_illnesses_lie_near_the_logarithm_of_ten(faults):
    assert 1.9 < end(run(**faults)) < 2.6


def test_each_illness_shows_in_its_own_number():
    assert all(n == 0 for n in run(scale=0)["looks"][-1]["norms"])
    assert run(scale=0)["losses"][0] == pytest.approx(np.log(10))
    assert max(run(lr=0.003)["looks"][0]["ratios"]) < 1e-3
    assert max(run(lr=3)["looks"][-1]["dead"]) > 0.8
    assert run(over=True)["losses"][0] > np.log(20) - 0.3
    assert run(scale=6)["losses"][0] > 20
    assert run(raw=True)["losses"][0] > 4
    up = run(up=True)["losses"]
    assert up[10] > 2 * up[0] and len(up) <= 201
    summed, healthy = run(sum=True)["losses"], run()["losses"]
    assert np.mean(summed[5:15]) < np.mean(healthy[5:15])
    assert np.mean(summed[-30:]) > 1


def read(widget) -> list[float]:
    text = widget.locator(".readout").inner_text()
    found = re.search(r"처음 손실 ([\d.e]+) .*걸음 ([\d.e]+), 새 그림 (\d+)%", text)
    return [float(number) for number in found.groups()]


@pytest.mark.parametrize("touch", [False, True])
def test_it_breaks_and_mends_by_mouse_and_by_finger(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("sick-curve", width=width, has_touch=touch)

    def press(target):
        (target.tap if touch else target.click)()

    healthy = read(widget)
    assert healthy[1] < 0.6
    mixed = widget.get_by_label("레이블이 섞였다")
    press(mixed)
    assert mixed.is_checked() and read(widget)[1] > 1.8
    assert kept(page, "sick-curve", "he__3_20_1_0_0_0_0")
    press(widget.get_by_text("모두 0"))
    assert read(widget)[0] == pytest.approx(2.3, abs=0.01)
    press(widget.get_by_role("button", name="모두 고친다"))
    assert read(widget) == healthy
    assert not mixed.is_checked()


def test_it_is_played_by_keyboard(open_widget):
    page, widget = open_widget("sick-curve")
    rate = widget.get_by_role("slider", name="학습률")
    rate.focus()
    page.keyboard.press("End")
    assert rate.get_attribute("aria-valuetext") == "3"
    time = widget.get_by_role("slider", name="들여다볼 걸음")
    time.focus()
    page.keyboard.press("Home")
    assert "0걸음" in widget.locator(".readout").inner_text()
    widget.get_by_label("부호가 반대다").focus()
    page.keyboard.press("Space")
    assert kept(page, "sick-curve", "he__6_0_0_0_0_1_0")
    assert widget.get_by_role("table").get_by_role("cell").count() == 9


def test_nonsense_in_the_address_is_ignored(open_widget):
    for text in ("x__3_20_0_0_0_0_0", "he__3_20", "he"):
        _, widget = open_widget("sick-curve", f"?sick-curve={text}")
        assert "200걸음" in widget.locator(".readout").inner_text()
    _, widget = open_widget("sick-curve", "?sick-curve=he__99_99_0_0_0_0_0")
    assert widget.get_by_role("slider", name="학습률").input_value() == "6"

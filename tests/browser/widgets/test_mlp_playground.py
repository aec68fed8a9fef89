"""<mlp-playground>: 같은 가중치에서 lessons와 걸음마다 같고 본문대로 보인다."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from lessons.datasets import make_moons, make_spirals
from lessons.dl.init import kaiming_normal, xavier_normal
from lessons.dl.layers import ReLU, Sequential, Sigmoid, Tanh
from lessons.dl.mlp_training import accuracy, build_mlp, logistic_loss, train
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

LAYERS = {"sigmoid": Sigmoid, "tanh": Tanh, "relu": ReLU}
CLOSE = {"rtol": 1e-9, "atol": 1e-11}
LEARN = """({model, name, X, y, lr}) => {
  const data = {X, y}
  const {loss, grads} = gradients(model, name, data)
  const steps = []
  let now = model
  for (let t = 0; t < 12; t++) { now = train(now, name, data, lr, 1); steps.push(now) }
  return {
    z: X.map((x) => output(model, name, x)),
    right: accuracy(model, name, data),
    jumped: train(model, name, data, lr, 12),
    widths: count([2, ...model.map(({b}) => b.length)]),
    loss, grads, steps, sizes: sizes(grads),
  }
}"""


def plain(model: Sequential) -> list[dict]:
    return [{"W": m.W.tolist(), "b": m.b.tolist()} for m in model.layers[::2]]


def same(answer: list[dict], model: Sequential, W: str = "W", b: str = "b"):
    for theirs, ours in zip(answer, model.layers[::2], strict=True):
        np.testing.assert_allclose(theirs["W"], getattr(ours, W), **CLOSE)
        np.testing.assert_allclose(theirs["b"], getattr(ours, b), **CLOSE)


@pytest.mark.parametrize("name", LAYERS)
def test_every_step_is_that_of_the_lesson(name):
    rng = np.random.default_rng(8)
    models, states = [], []
    for widths in ([2, 1], [2, 3, 1], [2, 5, 4, 1], [2, 8, 8, 8, 1]):
        model = build_mlp(widths, LAYERS[name], rng=rng)
        X, y = rng.normal(0, 1.5, (11, 2)), rng.integers(0, 2, 11)
        models.append((model, X, y))
        rest = {"name": name, "lr": 0.4, "X": X.tolist(), "y": y.tolist()}
        states.append({"model": plain(model), **rest})
    answers = ask("mlp-playground", LEARN, states)
    for (model, X, y), answer in zip(models, answers, strict=True):
        z = model.forward(X)
        loss, dz = logistic_loss(z, y)
        model.backward(dz)
        np.testing.assert_allclose(answer["z"], z[:, 0], **CLOSE)
        np.testing.assert_allclose(answer["loss"], loss, **CLOSE)
        assert answer["right"] == pytest.approx(accuracy(model, X, y))
        same(answer["grads"], model, "dW", "db")
        linears = model.layers[::2]
        sizes = [abs(layer.dW).mean() for layer in linears]
        np.testing.assert_allclose(answer["sizes"], sizes, **CLOSE)
        sizes = [layer.W.size + layer.b.size for layer in linears]
        assert answer["widths"] == sum(sizes)
        for step in answer["steps"]:
            train(model, X, y, lr=0.4, steps=1)
            same(step, model)
        same(answer["jumped"], model)


def test_points_are_those_of_the_lesson():
    rng = np.random.default_rng(0)
    for formula, make in (("moons(9)", make_moons), ("spirals(9)", make_spirals)):
        (got,) = ask("mlp-playground", f"() => {formula}", [None])
        X, y = make(18, shuffle=False, rng=rng)
        np.testing.assert_allclose(got["X"], X, **CLOSE)
        assert got["y"] == y.tolist()


def test_xor_is_split_by_the_signs():
    (got,) = ask("mlp-playground", "() => xor(30, 5)", [None])
    X = np.array(got["X"])
    assert got["y"] == [0] * 30 + [1] * 30
    np.testing.assert_array_equal(X.prod(axis=1) < 0, got["y"])
    assert abs(X).min() >= 0.1 and abs(X).max() <= 1
    assert len({(a > 0, b > 0) for a, b in X}) == 4


def test_weights_start_as_the_lesson_says():
    formula = """({name, init}) => {
      const [first, last] = build([300, 400, 200], name, init, 3)
      return {first: first.W, last: last.W, b: first.b}
    }"""
    for name, init in (("relu", kaiming_normal), ("tanh", xavier_normal)):
        (got,) = ask("mlp-playground", formula, [{"name": name, "init": "fit"}])
        for key, shape in (("first", (300, 400)), ("last", (400, 200))):
            W = np.array(got[key])
            want = init(shape, rng=np.random.default_rng(0)).std()
            assert W.shape == shape
            np.testing.assert_allclose(W.std(), want, rtol=0.01)
            assert abs(W.mean()) < 4 * want / np.sqrt(W.size)
        assert not np.any(got["b"])
    states = [{"name": "relu", "init": init} for init in ("small", "same")]
    small, equal = ask("mlp-playground", formula, states)
    np.testing.assert_allclose(np.std(small["first"]), 0.01, rtol=0.01)
    assert np.unique(equal["first"]).tolist() == [0.3]


def at(shape="moons", name="relu", init="fit", layers=2, units=8, rate=0.5, shown=0):
    values = f"{layers}_{units}_{rate}_1_{shown}"
    return f"?mlp-playground={shape}__{name}__{init}__{values}"


def read(widget) -> tuple[float, int]:
    """손실과 맞힌 비율"""
    text = widget.locator(".readout").inner_text()
    loss, right = re.search(r"손실 ([\d.]+), 맞힌 비율 (\d+)%", text).groups()
    return float(loss), int(right)


def bars(widget) -> list[float]:
    label = widget.get_by_label("층마다의 기울기").get_attribute("aria-label")
    sizes = re.findall(r"층 ([\d.e+−-]+)", label)
    return [float(size.replace("−", "-")) for size in sizes]


def test_deep_sigmoid_does_not_learn(open_widget):
    _, widget = open_widget("mlp-playground", at(name="sigmoid", layers=6))
    sizes = bars(widget)
    assert len(sizes) == 7
    assert 3.5 < np.log10(sizes[-1] / sizes[0]) < 4.5
    _, widget = open_widget("mlp-playground", at(name="sigmoid", layers=6, shown=100))
    assert read(widget)[0] == 0.693
    _, widget = open_widget("mlp-playground", at(layers=6))
    sizes = bars(widget)
    assert max(sizes) / min(sizes) < 20
    _, widget = open_widget("mlp-playground", at(layers=6, shown=100))
    assert read(widget)[1] == 100
    _, widget = open_widget("mlp-playground", at(name="sigmoid", shown=100))
    assert read(widget)[0] < 0.35


def test_spirals_want_depth_and_a_small_rate(open_widget):
    _, widget = open_widget("mlp-playground", at("spirals", layers=1, shown=100))
    assert 55 < read(widget)[1] < 72
    _, widget = open_widget("mlp-playground", at("spirals", layers=3, shown=100))
    assert read(widget)[1] == 100
    query = at("spirals", layers=3, rate=3, shown=20)
    _, widget = open_widget("mlp-playground", query)
    assert bars(widget) == [0, 0, 0, 0]
    assert read(widget) == (0.693, 50)


def test_same_units_are_one_unit(open_widget):
    _, widget = open_widget("mlp-playground", at(init="same", shown=100))
    assert read(widget)[0] == pytest.approx(0.33, abs=0.005)
    _, widget = open_widget("mlp-playground", at(init="small", shown=100))
    assert read(widget)[0] < 0.3
    _, widget = open_widget("mlp-playground", at(init="small", layers=6, shown=100))
    assert read(widget)[0] == 0.693


def test_xor_wants_a_hidden_layer(open_widget):
    _, widget = open_widget("mlp-playground", at("xor", layers=0, shown=100))
    assert 45 <= read(widget)[1] <= 55
    _, widget = open_widget("mlp-playground", at("xor", layers=1, shown=100))
    assert read(widget)[1] == 100


@pytest.mark.parametrize("touch", [False, True])
def test_it_is_played_by_mouse_and_by_finger(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget("mlp-playground", width=width, has_touch=touch)

    def press(target):
        (target.tap if touch else target.click)()

    before = read(widget)[0]
    step = widget.get_by_role("button", name="20걸음")
    press(step)
    press(step)
    assert "40걸음:" in widget.inner_text()
    assert read(widget)[0] < before
    assert kept(page, "mlp-playground", "moons__relu__fit__2_8_0.5_1_2")
    press(widget.get_by_role("button", name="뒤로"))
    assert "20걸음:" in widget.inner_text()
    press(widget.get_by_role("button", name="재생"))
    # 위젯 전체의 글에서는 앞의 학습률 0.5와 붙어 520걸음으로 읽힌다
    later = re.compile(r"^(?:2[1-9]|[3-9]\d|\d{3,})걸음:")
    expect(widget.locator(".readout")).to_have_text(later)
    press(widget.get_by_role("button", name="멈춤"))
    shown = int(re.search(r"(\d+)걸음:", widget.inner_text())[1])
    assert shown > 20
    press(widget.get_by_text("나선"))
    assert "0걸음:" in widget.inner_text()
    press(widget.get_by_role("button", name="다시 뽑기"))
    assert kept(page, "mlp-playground", "spirals__relu__fit__2_8_0.5_2_0")
    press(widget.get_by_role("button", name="처음으로"))
    assert kept(page, "mlp-playground", "spirals__relu__fit__2_8_0.5_2_0")


def test_layers_and_units_by_keyboard(open_widget):
    page, widget = open_widget("mlp-playground")
    layers = widget.get_by_role("slider", name="은닉층")
    layers.focus()
    page.keyboard.press("ArrowRight")
    assert layers.get_attribute("aria-valuetext") == "3개"
    assert len(bars(widget)) == 4
    assert "가중치와 편향 177개" in widget.inner_text()
    units = widget.get_by_role("slider", name="유닛")
    units.focus()
    page.keyboard.press("Home")
    assert units.get_attribute("aria-valuetext") == "1개"
    assert kept(page, "mlp-playground", "moons__relu__fit__3_1_0.5_1_0")


def test_nonsense_in_the_address_is_ignored(open_widget):
    for text in ("x__relu__fit__2_8_0.5_1_0", "moons__relu__fit__2_8", "moons"):
        _, widget = open_widget("mlp-playground", f"?mlp-playground={text}")
        assert "가중치와 편향 105개" in widget.inner_text()
    _, widget = open_widget("mlp-playground", at(layers=99, units=0, rate=50))
    assert widget.get_by_role("slider", name="은닉층").input_value() == "6"
    assert widget.get_by_role("slider", name="학습률 η").input_value() == "3"

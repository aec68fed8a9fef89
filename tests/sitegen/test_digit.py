"""첫 쪽의 신경망: 학습된 값, 영수증, 획을 픽셀로 바꾸기, 놓이는 예시."""

import json
import re
import subprocess
from argparse import Namespace
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx.reference import ReferenceEvaluator

from lessons.datasets import load_digits
from sitegen import __main__ as commands
from sitegen.base.node import node
from sitegen.faces import digit, models
from sitegen.faces.digit import strokes, train
from sitegen.stages import digit as hook

RUNNER = Path(__file__).with_name("digit.mjs")


@pytest.fixture(scope="module")
def network():
    return ReferenceEvaluator(onnx.load_from_string(models.onnx(digit.NAME)))


@pytest.fixture
def rng():
    return np.random.default_rng(2026)


def read(network, images) -> np.ndarray:
    images = np.asarray(images, dtype=np.float32).reshape(-1, 1, 8, 8)
    batches = [network.run(["probabilities"], {"pixels": i[None]})[0] for i in images]
    return np.concatenate(batches).argmax(axis=1)


def test_it_reads_handwriting_it_has_never_seen(network):
    X, y = load_digits()
    held_out = np.random.default_rng(train.SEED).permutation(len(y))[: train.HELD_OUT]
    right = (read(network, X[held_out]) == y[held_out]).sum()
    assert right == digit.card()["right"]
    assert digit.card()["test"] == len(held_out)
    assert right / len(held_out) >= 0.97


def test_it_reads_bent_strokes(network, rng):
    """학습 때와 다르게 흔든 획. 한 모양만 못 읽는 것도 놓치지 않는다."""
    for number, shape in strokes.shapes():
        images = [strokes.pixels(strokes.bend(shape, rng=rng)) for _ in range(12)]
        assert (read(network, images) == number).mean() >= 0.75, (number, shape)


def test_onnx_computes_what_torch_computes(network, rng):
    module = train.DigitCNN().eval()
    weights = models.weights(digit.NAME).items()
    module.load_state_dict({name: torch.from_numpy(value) for name, value in weights})
    pixels = rng.uniform(0, 16, (1, 1, 8, 8)).astype(np.float32)
    with torch.no_grad():
        expected = module(torch.from_numpy(pixels))
    names = ["probabilities", "maps1", "maps2"]
    for got, want in zip(network.run(names, {"pixels": pixels}), expected, strict=True):
        np.testing.assert_allclose(got, want.numpy(), rtol=1e-4, atol=1e-6)


def test_a_changed_trainer_or_result_asks_to_train_again(monkeypatch, tmp_path):
    assert digit.problems() == []
    touched = tmp_path / "card.json"
    touched.write_text("{}")
    for name, value in {"CARD": touched, "key": lambda: "new"}.items():
        with monkeypatch.context() as patch:
            patch.setattr(digit, name, value)
            assert "make train PAGE=index" in str(digit.problems()[0])


def test_page_and_training_see_a_stroke_alike(rng):
    """TypeScript와 파이썬이 흔든 획, 점 하나, 가로줄을 같은 픽셀로 바꾼다."""
    drawings = [strokes.bend(shape, rng=rng) for _, shape in strokes.shapes()]
    drawings += [[np.array([[0.5, 0.5]])], [np.array([[0.1, 0.5], [0.9, 0.51]])]]
    drawings += [[rng.uniform(0, 1, (5, 2)), rng.uniform(0, 1, (1, 2))]]
    data = json.dumps([[stroke.tolist() for stroke in d] for d in drawings])
    done = node(
        RUNNER, input=data, stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    for drawing, got in zip(drawings, json.loads(done.stdout), strict=True):
        assert got == strokes.pixels(drawing).ravel().tolist()


def test_place_and_size_of_a_drawing_do_not_matter(rng):
    drawing = strokes.bend(dict(strokes.shapes())[5], rng=rng)
    moved = [0.4 * stroke + (0.5, 0.1) for stroke in drawing]
    np.testing.assert_array_equal(strokes.pixels(moved), strokes.pixels(drawing))


def test_ink_is_the_mean_of_the_data():
    X, _ = load_digits()
    assert int(X.sum(axis=1).mean()) == strokes.INK
    drawn = [strokes.pixels(shape) for _, shape in strokes.shapes()]
    assert abs(np.mean(drawn) * 64 - strokes.INK) < 12


def test_a_dot_stays_a_dot():
    dot = strokes.pixels([np.array([[0.5, 0.5], [0.501, 0.501]])])
    assert dot[3:5, 3:5].min() == 16
    assert dot.sum() < 0.5 * strokes.INK


def test_static_page_shows_the_answer_of_the_network(network):
    shown = digit.card()["shown"]
    names = ["probabilities", "maps1", "maps2"]
    pixels = np.array(shown["pixels"], np.float32).reshape(1, 1, 8, 8)
    expected = network.run(names, {"pixels": pixels})
    for name, want in zip(names, expected, strict=True):
        np.testing.assert_allclose(shown[name], want[0], atol=1e-4)
    html = hook.render(digit.card(), "")
    bars = [float(p) for p in re.findall(r'style="--p:([^"]+)"', html)]
    assert bars == shown["probabilities"]
    assert f"{digit.card()['right']}장" in html


def test_pixels_survive_the_button():
    written = hook.encode(list(range(17)))
    assert [int(c, 17) for c in written] == list(range(17))


def test_train_index_trains_only_this_network(monkeypatch):
    ran = []
    monkeypatch.setattr(commands, "_run", lambda *command: ran.append(command) or 0)
    assert commands.train(Namespace(page="index")) == 0
    assert ran == [("sitegen.faces.digit.train",)]

"""페이지에서 답하는 모델: 학습된 값에서 ONNX로, 그리고 페이지에 적히는 주소."""

import gzip
import io
import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx.reference import ReferenceEvaluator
from PIL import Image
from torch import nn

from lessons.cnn.segmentation.unet_torch import UNet
from lessons.datasets import load_fashion_mnist
from sitegen.base.paths import ROOT
from sitegen.base.problem import Problems
from sitegen.faces import models
from sitegen.faces.models import graph, networks, place, runtime

PAGE = Path("docs/cnn/05-cnn-1.md")
NAME = "home/digit"


@pytest.fixture
def rng():
    return np.random.default_rng(28)


def lenet() -> nn.Sequential:
    torch.manual_seed(5)
    return nn.Sequential(
        *(nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten()),
        *(nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU()),
        nn.Linear(84, 10),
    ).eval()


def state(module: nn.Module) -> dict[str, np.ndarray]:
    return {name: value.numpy() for name, value in module.state_dict().items()}


def evaluate(content: bytes, names: list[str], x: np.ndarray) -> list[np.ndarray]:
    return ReferenceEvaluator(onnx.load_from_string(content)).run(names, {"pixels": x})


@torch.no_grad()
def test_lenet_shows_every_layer_of_torch(rng):
    module = lenet()
    x = rng.uniform(0, 1, (3, 1, 28, 28)).astype(np.float32)
    expected, z = {}, torch.from_numpy(x)
    shown = {
        1: "maps1",
        2: "pool1",
        4: "maps2",
        5: "pool2",
        8: "hidden1",
        10: "hidden2",
    }
    for at, layer in enumerate(module):
        z = layer(z)
        expected[shown.get(at, at)] = z.numpy()
    expected["probabilities"] = z.softmax(1).numpy()
    names = [*shown.values(), "probabilities"]
    content = graph.export(networks.lenet, state(module))
    for name, got in zip(names, evaluate(content, names, x), strict=True):
        np.testing.assert_allclose(got, expected[name], rtol=1e-4, atol=1e-5)


@torch.no_grad()
def test_every_layer_of_the_graph_is_that_of_torch(rng):
    module = nn.Sequential(
        nn.Conv2d(4, 8, 3, stride=2, padding=2, dilation=2, groups=2, bias=False),
        nn.BatchNorm2d(8, eps=1e-3),
        nn.ReLU(),
        nn.AvgPool2d(2),
        nn.Flatten(),
        nn.Linear(16, 3, bias=False),
    ).eval()
    for value in module.state_dict().values():
        if value.is_floating_point():
            value.copy_(torch.from_numpy(rng.uniform(0.2, 1, value.shape)))

    def network(g: graph.Graph):
        x = g.scale(g.input("pixels", 4, 9, 5), 3.0)
        x = g.conv2d(x, "0", stride=2, padding=2, dilation=2, groups=2)
        x = g.avg_pool2d(g.relu(g.batch_norm2d(x, "1", eps=1e-3)), 2)
        g.output("z", g.linear(g.flatten(x), "5"))

    x = rng.normal(size=(2, 4, 9, 5)).astype(np.float32)
    made = evaluate(graph.export(network, state(module)), ["z"], x)[0]
    expected = module(torch.from_numpy(3 * x)).numpy()
    np.testing.assert_allclose(made, expected, rtol=1e-4, atol=1e-4)


@torch.no_grad()
def test_unet_is_that_of_torch(rng):
    torch.manual_seed(11)
    module = UNet(num_classes=4).eval()
    for name, value in module.state_dict().items():
        if "running" in name:
            value.copy_(torch.from_numpy(rng.uniform(0.5, 2, value.shape)))
    x = rng.uniform(0, 1, (2, 3, 48, 48)).astype(np.float32)
    content = graph.export(networks.unet, state(module))
    made = evaluate(content, ["probabilities"], x)[0]
    expected = module(torch.from_numpy(x)).softmax(1).numpy()
    np.testing.assert_allclose(made, expected, rtol=1e-3, atol=1e-5)


def test_half_floats_become_floats(rng):
    halves = {name: v.astype(np.float16) for name, v in state(lenet()).items()}
    made = onnx.load_from_string(graph.export(networks.lenet, halves))
    assert {c.data_type for c in made.graph.initializer} == {onnx.TensorProto.FLOAT}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda w: w.pop("3.weight"), "'3.weight'가 없다. 있는 것: 0.weight, 0.bias"),
        (lambda w: w.update({"13.weight": w["9.weight"]}), "쓰지 않는.*: 13.weight"),
    ],
)
def test_weights_that_do_not_fit_the_network_are_told(change, message):
    weights = state(lenet())
    change(weights)
    with pytest.raises(ValueError, match=message):
        graph.export(networks.lenet, weights)


def test_same_weights_same_bytes_without_torch():
    code = (
        "import hashlib, sys; from sitegen.faces import models; "
        "from sitegen.faces.models import graph, networks; "
        "w = models.weights('home/digit'); "
        "made = graph.export(networks.digit, w); assert 'torch' not in sys.modules; "
        "print(hashlib.sha256(made).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == models.published(NAME).sha256


@pytest.mark.parametrize("name", models.names())
def test_every_model_is_light_and_finite(name):
    model = models.published(name)
    assert place.weight(name) <= models.BUDGET
    assert model.uri.endswith(f".{model.sha256[:8]}.onnx")
    for value in models.weights(name).values():
        assert np.isfinite(value).all()


def test_runtime_unpacks_to_the_original():
    small = runtime.files()["wasm"].content
    assert gzip.decompress(small) == runtime.WASM.read_bytes()


def test_missing_artefact_names_the_file_and_the_remedy(monkeypatch):
    monkeypatch.setitem(networks.MODELS, "cnn/none", networks.Model(networks.lenet))
    with pytest.raises(Problems, match=r"trained/cnn/none\.npz.*make train PAGE="):
        models.onnx("cnn/none")


def test_heavy_model_is_refused(monkeypatch):
    monkeypatch.setattr(models, "BUDGET", 1_000_000)
    with pytest.raises(Problems, match=r"home/digit.*3\.7 MB다\. 1\.0 MB를 넘지 않게"):
        models.published(NAME)


def test_address_is_written_beside_the_asking_element():
    asking = f'<p>앞</p><draw-it class="widget" data-models="{NAME}" id="x">뒤'
    html = place.place(asking, "../../", "worker.js", PAGE)
    written = re.search(r' data-addresses="([^"]*)"', html)
    assert html.replace(written[0], "") == asking
    data = json.loads(unescape(written[1]))
    assert data["worker"] == "../../worker.js"
    model = models.published(NAME)
    assert data["models"] == {
        NAME: {"url": f"../../{model.uri}", "size": model.size, "sha256": model.sha256}
    }
    assert data["wasm"]["url"].startswith("../../assets/models/ort-")


def test_page_without_a_model_is_left_alone():
    html = "<p>data-models가 없는 글</p>"
    assert place.place(html, "", "worker.js", PAGE) == html


def test_samples_are_a_sheet_with_a_column_for_each_class():
    sheet = models.samples("cnn/lenet_fashion")
    image = np.asarray(Image.open(io.BytesIO(sheet.content)))
    X, y = load_fashion_mnist(train=False)
    assert image.shape == (56, 280)
    for label in range(10):
        for row, one in enumerate(X[y == label][:2]):
            at = np.s_[28 * row : 28 * row + 28, 28 * label : 28 * label + 28]
            np.testing.assert_array_equal(image[at], one)
    assert models.samples(NAME) is None


def test_unknown_model_is_told_with_the_known_ones():
    with pytest.raises(Problems, match=rf"cnn/nothing를 모른다\. 아는 것: {NAME}"):
        place.place('<i data-models="cnn/nothing">', "", "worker.js", PAGE)

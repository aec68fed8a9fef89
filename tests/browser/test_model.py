"""페이지에서 답하는 모델의 도구(web/kit/model.ts): 받고, 답하고, 못 하면 까닭을 말한다.

책을 짓지 않고, 모델을 쓰는 쪽과 쓰지 않는 쪽만 있는 작은 사이트에서 본다.
"""

import json
import shutil
import statistics
import subprocess

import numpy as np
import onnx
import pytest
from onnx.reference import ReferenceEvaluator

from sitegen.base.httpd import serve
from sitegen.base.node import node
from sitegen.book import site
from sitegen.faces import models, web
from sitegen.faces.models import networks, place, runtime

DIGIT, LENET = "home/digit", "test/lenet"
LIMIT_MS = 30
SHAPES = {
    **{"0.weight": (6, 1, 5, 5), "0.bias": (6,), "3.weight": (16, 6, 5, 5)},
    **{"3.bias": (16,), "7.weight": (120, 400), "7.bias": (120,)},
    **{"9.weight": (84, 120), "9.bias": (84,), "11.weight": (10, 84), "11.bias": (10,)},
}
ASK = """async ({name, inputs}) => {
  const told = []
  const onProgress = (received, total) => told.push([received, total])
  try {
    const model = await window.kit.useModel(name, {onProgress})
    const given = Object.fromEntries(
      Object.entries(inputs).map(([key, values]) => [key, Float32Array.from(values)]))
    const {outputs, shapes, time} = await model.run(given)
    const plain = Object.entries(outputs).map(([key, values]) => [key, [...values]])
    return {outputs: Object.fromEntries(plain), shapes, time, told}
  } catch (error) {
    return {reason: error.reason, message: error.message, told}
  }
}"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """모델 둘을 쓰는 쪽과 그 답의 기준."""
    root = tmp_path_factory.mktemp("models")
    trained = root / "trained"
    (trained / "home").mkdir(parents=True)
    (trained / "test").mkdir()
    shutil.copy(models.artefact(DIGIT), trained / "home" / "digit.npz")
    rng = np.random.default_rng(5)
    weights = {k: rng.normal(0, 0.1, s).astype("f4") for k, s in SHAPES.items()}
    np.savez(trained / "test" / "lenet.npz", **weights)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(models, "TRAINED", trained)
        patch.setitem(networks.MODELS, LENET, networks.Model(networks.lenet))
        yield _write(root / "site")


def _write(folder):
    bundle = web.build()
    worker = bundle.entries["model.worker.ts"]
    files = {worker: (bundle.folder / worker).read_bytes()}
    files |= {f"{models.FOLDER}/{f.name}": f.content for f in runtime.files().values()}
    for name in (DIGIT, LENET):
        files[models.published(name).uri] = models.published(name).content
    take = "import * as kit from './{}kit.js'; window.kit = kit"
    script = f"<script type=module>{take}</script>"
    asking = f'<i data-models="{DIGIT} {LENET}"></i>'
    head = "<!doctype html><meta charset=utf-8><link rel=icon href=data:,>"
    for name, base in (("index.html", ""), ("deep/index.html", "../")):
        html = head + script.format(base) + asking
        files[name] = place.place(html, base, worker, folder).encode()
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    build = f"""require("esbuild").buildSync({{
      entryPoints: ["web/kit/model.ts"], bundle: true, format: "esm", target: "es2022",
      outfile: {json.dumps(str(folder / "kit.js"))}}})"""
    node("-e", build, cwd=site.ROOT, check=True, stdout=subprocess.DEVNULL)
    return folder


@pytest.fixture
def page(browser, small):
    with serve(small) as url:
        page = browser.new_page()
        page.address = url
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(url)
        page.wait_for_function("window.kit")
        yield page
        page.close()


def pixels(name, rng, n=1):
    shape = (n, 1, 8, 8) if name == DIGIT else (n, 1, 28, 28)
    return rng.uniform(0, 16 if name == DIGIT else 1, shape).astype(np.float32)


def ask(page, name, x):
    inputs = {"pixels": np.asarray(x).ravel().tolist()}
    return page.evaluate(ASK, {"name": name, "inputs": inputs})


@pytest.mark.parametrize("name", [DIGIT, LENET])
def test_browser_answers_as_the_reference(page, name):
    rng = np.random.default_rng(1)
    reference = ReferenceEvaluator(onnx.load_from_string(models.onnx(name)))
    names = reference.output_names
    times = []
    for n in (1, 3, 1, 2, 1):
        x = pixels(name, rng, n)
        got = ask(page, name, x)
        assert set(got["outputs"]) == set(names)
        for key, want in zip(names, reference.run(names, {"pixels": x}), strict=True):
            assert got["shapes"][key] == list(want.shape)
            values = np.reshape(got["outputs"][key], want.shape)
            np.testing.assert_allclose(values, want, rtol=1e-3, atol=1e-4)
        times.append(got["time"])
    assert statistics.median(times) <= LIMIT_MS, times


def test_progress_counts_every_byte_and_the_runtime_only_once(page):
    rng = np.random.default_rng(2)
    first = ask(page, DIGIT, pixels(DIGIT, rng))["told"]
    assert first[-1] == [place.weight(DIGIT)] * 2
    assert [received for received, _ in first] == sorted(r for r, _ in first)
    assert len(first) > 3
    second = ask(page, LENET, pixels(LENET, rng))["told"]
    assert second[-1] == [models.published(LENET).size] * 2
    assert ask(page, DIGIT, pixels(DIGIT, rng))["told"] == []
    fetched = [url for url in page.asked if "/assets/models/" in url]
    assert len(fetched) == len(set(fetched)) == 4


def test_nothing_is_fetched_before_a_model_is_used(page):
    page.wait_for_load_state("networkidle")
    assert not [url for url in page.asked if "assets/models" in url or "worker" in url]


def test_two_models_asked_at_once_share_one_runtime(page):
    both = """async (names) => {
      const models = await Promise.all(names.map((n) => window.kit.useModel(n)))
      const same = await window.kit.useModel(names[0])
      const sizes = [64, 784]
      const answers = await Promise.all([0, 1, 0, 1].map((i) =>
        models[i].run({pixels: new Float32Array(sizes[i])})))
      return [same === models[0], answers.map((a) => a.outputs.probabilities.length)]
    }"""
    assert page.evaluate(both, [DIGIT, LENET]) == [True, [10, 10, 10, 10]]
    assert len([url for url in page.asked if "worker" in url]) == 1
    assert len([url for url in page.asked if url.endswith(".wasm.gzip")]) == 1


def test_addresses_hold_in_a_deeper_folder(page):
    page.goto(page.address + "deep/")
    page.wait_for_function("window.kit")
    assert "outputs" in ask(page, DIGIT, np.zeros(64))


def respond(**answer):
    return lambda route: route.fulfill(**answer)


def cut(route):
    body = route.fetch().body()
    route.fulfill(body=body[: len(body) // 2])


def flip(route):
    body = bytearray(route.fetch().body())
    body[len(body) // 2] ^= 1
    route.fulfill(body=bytes(body))


def abort(route):
    route.abort()


@pytest.mark.parametrize("file", ["*.onnx", "*.wasm.gzip"])
@pytest.mark.parametrize(
    ("break_it", "reason", "said"),
    [
        (abort, "lost", "연결을 확인하고 다시 받는다"),
        (respond(status=404), "missing", "페이지를 새로 고친다"),
        (respond(status=503), "lost", "받지 못했다"),
        (cut, "broken", "온전하지 않아"),
        (flip, "broken", "온전하지 않아"),
    ],
    ids=["막힘", "없음", "고장", "잘림", "깨짐"],
)
def test_a_lost_or_broken_file_is_told_and_received_again(
    page, file, break_it, reason, said
):
    page.route(f"**/{file}", break_it)
    failed = ask(page, DIGIT, np.zeros(64))
    assert failed["reason"] == reason
    assert said in failed["message"]
    page.unroute(f"**/{file}")
    assert "outputs" in ask(page, DIGIT, np.zeros(64))


@pytest.mark.parametrize("file", ["*.min.mjs", "model.worker.*"])
def test_a_lost_runtime_or_worker_is_received_again(page, file):
    page.route(f"**/{file}", abort)
    assert ask(page, DIGIT, np.zeros(64))["reason"] == "lost"
    page.unroute(f"**/{file}")
    assert "outputs" in ask(page, DIGIT, np.zeros(64))


def test_offline_is_called_offline(page):
    page.context.set_offline(True)
    failed = ask(page, DIGIT, np.zeros(64))
    page.context.set_offline(False)
    assert failed["reason"] == "offline"
    assert "인터넷에 연결되어 있지 않아" in failed["message"]
    assert "outputs" in ask(page, DIGIT, np.zeros(64))


def test_one_lost_model_leaves_the_others_answering(page):
    assert "outputs" in ask(page, DIGIT, np.zeros(64))
    page.route("**/lenet.*.onnx", abort)
    assert ask(page, LENET, np.zeros(784))["reason"] == "lost"
    assert "outputs" in ask(page, DIGIT, np.zeros(64))


def test_a_browser_without_wasm_is_told_before_anything_is_received(page):
    def worker(route):
        body = "delete self.WebAssembly;" + (got := route.fetch()).text()
        route.fulfill(response=got, body=body)

    page.route("**/model.worker.*", worker)
    failed = ask(page, DIGIT, np.zeros(64))
    assert failed["reason"] == "unable"
    assert "이 브라우저에서 모델을 돌리지 못했다" in failed["message"]
    assert not [url for url in page.asked if url.endswith(".wasm.gzip")]


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"pixels": [0] * 63}, "입력 pixels의 모양은 [N,1,8,8]인데 63개가 왔다"),
        ({"pixels": []}, "0개가 왔다"),
        ({"pixel": [0] * 64}, "빠진 입력: pixels"),
    ],
)
def test_wrong_inputs_are_told_and_the_model_lives_on(page, inputs, said):
    failed = page.evaluate(ASK, {"name": DIGIT, "inputs": inputs})
    assert failed["reason"] == "failed"
    assert said in failed["message"]
    assert "outputs" in ask(page, DIGIT, np.zeros(64))


def test_an_unplaced_model_is_told(page):
    assert "data-models에 적는다" in ask(page, "cnn/none", [])["message"]

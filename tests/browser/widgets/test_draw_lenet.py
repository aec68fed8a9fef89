"""<draw-lenet>: 그린 그림의 모든 층이 학습된 값의 순전파와 같다."""

import statistics

import numpy as np
import onnx
import pytest
from onnx.reference import ReferenceEvaluator

from sitegen.faces import models
from tests.browser.gestures import kept, swipe, wake
from tests.browser.widgets.conftest import PAGES
from tests.browser.widgets.formulas import ask

TAG = "draw-lenet"
LIMIT_MS = 30
placed = pytest.mark.skipif(TAG not in PAGES, reason="이 도구가 설 장이 아직 없다")
LAYERS = ("maps1", "pool1", "maps2", "pool2", "hidden1", "hidden2")
INK = """e => {
  const {width, height} = e
  const all = e.getContext("2d").getImageData(0, 0, width, height).data
  return {width, height, ink: [...all].filter((_, i) => i % 4 === 3)}
}"""
FAINT = 0.08


@pytest.fixture
def rng():
    return np.random.default_rng(5)


def stroke(pixels, start, end, erase):
    """math.ts의 획을 NumPy로."""
    at = np.stack(np.meshgrid(np.arange(28), np.arange(28)), axis=-1) + 0.5
    along = np.subtract(end, start)
    t = ((at - start) @ along / max(along @ along, 1e-9)).clip(0, 1)
    far = np.linalg.norm(at - start - t[..., None] * along, axis=-1)
    ink = ((2.7 if erase else 1.7) - far).clip(0, 1)
    return np.minimum(pixels, 1 - ink) if erase else np.maximum(pixels, ink)


def test_strokes_draw_and_erase(rng):
    states, expected = [], []
    for _ in range(30):
        pixels = rng.uniform(0, 1, (28, 28)) * (rng.uniform(size=(28, 28)) < 0.2)
        start, end = rng.uniform(-2, 30, (2, 2))
        erase = bool(rng.integers(2))
        expected.append(stroke(pixels, start, end, erase))
        state = {"pixels": pixels.ravel().tolist(), "erase": erase}
        states.append(state | {"from": start.tolist(), "to": end.tolist()})
    code = "s => [...stroke(Float32Array.from(s.pixels), s.from, s.to, s.erase)]"
    for got, want in zip(ask(TAG, code, states), expected, strict=True):
        np.testing.assert_allclose(got, want.ravel(), atol=1e-6)


def wait_for_answer(page):
    page.locator(f"{TAG} .status", has_text="모델의 답은").wait_for()


def sheet(maps: np.ndarray, columns: int) -> np.ndarray:
    """kit/sheet.ts가 그리는 진하기를 NumPy로."""
    side = maps.shape[-1]
    rows = -(-len(maps) // columns)
    ink = np.zeros((rows * (side + 1) - 1, columns * (side + 1) - 1))
    for at, one in enumerate(FAINT + (1 - FAINT) * maps / max(maps.max(), 1e-9)):
        y, x = (side + 1) * (at // columns), (side + 1) * (at % columns)
        ink[y : y + side, x : x + side] = 255 * one
    return ink


def drawn(locator) -> np.ndarray:
    got = locator.evaluate(INK)
    return np.reshape(got["ink"], (got["height"], got["width"]))


def check_every_layer(page, pixels):
    name = page.locator(TAG).get_attribute("data-models").split()[0]
    network = ReferenceEvaluator(onnx.load_from_string(models.onnx(name)))
    x = np.asarray(pixels, np.float32).reshape(1, 1, 28, 28)
    answers = network.run([*LAYERS, "probabilities"], {"pixels": x})
    sheets = page.locator(f"{TAG} .inside canvas")
    for at, answer in enumerate(answers[:-1]):
        maps = answer[0] if answer.ndim == 4 else answer[0][:, None, None]
        got = drawn(sheets.nth(at))
        expected = sheet(maps, (got.shape[1] + 1) // (maps.shape[-1] + 1))
        np.testing.assert_allclose(got, expected, atol=1.5)
    rows = page.locator(f"{TAG} .bars li")
    live = rows.evaluate_all("all => all.map(e => +e.style.getPropertyValue('--p'))")
    np.testing.assert_allclose(live, answers[-1][0], atol=1e-3)


@placed
def test_nothing_is_received_before_a_picture_is_chosen(open_widget):
    page, widget = open_widget(TAG)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    widget.locator(".pictures button").nth(9).wait_for()
    assert "MB를 받는다" in widget.locator(".status").inner_text()
    assert not [url for url in asked if ".onnx" in url or ".wasm" in url]


@placed
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_keyboard_chooses_and_every_layer_is_that_of_the_weights(
    open_widget, width, scheme
):
    page, widget = open_widget(TAG, width=width, scheme=scheme)
    name = page.locator(TAG).get_attribute("data-models").split()[0]
    samples = models.networks.MODELS[name].samples()
    button = widget.locator(".pictures button").nth(8)
    button.focus()
    page.keyboard.press("Enter")
    wait_for_answer(page)
    check_every_layer(page, samples[0, 8] / 255)
    before = drawn(widget.locator(".paper")).tobytes()
    page.keyboard.press("Enter")  # 다시 누르면 같은 클래스의 다른 그림
    assert kept(page, TAG, "0__8_1")
    assert drawn(widget.locator(".paper")).tobytes() != before
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@placed
def test_mouse_erases_and_draws(open_widget):
    page, widget = open_widget(TAG)
    widget.locator(".pictures button").first.click()
    wait_for_answer(page)
    widget.get_by_role("button", name="모두 지우기").click()
    paper = widget.locator(".paper")
    box = paper.bounding_box()

    def cross(dy):
        page.mouse.move(box["x"] + 0.2 * box["width"], box["y"] + dy * box["height"])
        page.mouse.down()
        end = box["x"] + 0.8 * box["width"]
        page.mouse.move(end, box["y"] + dy * box["height"], steps=5)
        page.mouse.up()

    cross(0.5)
    faint = round(255 * FAINT)
    inked = (drawn(paper) > faint + 1).sum()
    assert 20 < inked < 120
    widget.get_by_text("지우기", exact=True).click()
    cross(0.5)
    assert (drawn(paper) > faint + 1).sum() == 0
    assert page.watch.outside == []


@placed
def test_finger_draws_without_scrolling_and_quickly(open_widget):
    page, widget = open_widget(TAG, width=390, has_touch=True, is_mobile=True)
    widget.get_by_role("button", name="모두 지우기").click()
    wait_for_answer(page)
    top = page.evaluate("scrollY")
    times = []
    for dx in (60, -60, 40):
        swipe(page, widget.locator(".paper"), dx, 50)
        times.append(float(page.locator(TAG).get_attribute("data-time")))
    assert page.evaluate("scrollY") == top
    assert statistics.median(times) <= LIMIT_MS, times
    assert page.watch.errors == []


@placed
def test_lost_model_keeps_the_picture_and_is_received_again(open_page, stand_url):
    page = open_page(PAGES[TAG], base=stand_url, quiet=False)
    page.route("**/*.onnx", lambda route: route.abort())
    widget = wake(page.locator(TAG))
    widget.locator(".pictures button").nth(3).click()
    retry = widget.get_by_role("button", name="다시 받기")
    retry.wait_for()
    assert "받지 못했다" in widget.locator(".status").inner_text()
    page.unroute("**/*.onnx")
    retry.click()
    wait_for_answer(page)
    assert retry.is_hidden()

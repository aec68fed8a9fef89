"""<paint-segment>: 그린 것이 정답이고, 답은 배운 U-Net의 것이고, 점수는 레슨과 같다."""

import statistics

import numpy as np
import onnx
import pytest
from onnx.reference import ReferenceEvaluator

from lessons.cnn.segmentation.metrics import class_iou, dice, pixel_accuracy
from lessons.scenes.shapes import inside
from sitegen.faces import models
from tests.browser.gestures import kept, swipe, wake
from tests.browser.widgets.conftest import PAGES
from tests.browser.widgets.formulas import ask

TAG = "paint-segment"
LIMIT_MS = 30
SIDE = 48
placed = pytest.mark.skipif(TAG not in PAGES, reason="이 도구가 설 장이 아직 없다")
COLORS = np.array([[0, 0, 0], [76, 120, 168], [245, 133, 24], [84, 162, 75]])
DOTS = """e => [...e.getContext("2d").getImageData(0, 0, 48, 48).data]"""


@pytest.fixture
def rng():
    return np.random.default_rng(11)


def test_shapes_are_those_of_the_scenes(rng):
    boxes = rng.integers(-10, 50, (60, 2))
    boxes = np.concatenate([boxes, boxes + rng.integers(1, 30, (60, 2))], axis=1)
    kinds = 1 + np.arange(60) % 3
    states = [{"k": int(k), "b": b.tolist()} for k, b in zip(kinds, boxes, strict=True)]
    code = """({k, b}) => Array.from({length: SIDE * SIDE}, (_, at) =>
      covers(k, b, at % SIDE, Math.floor(at / SIDE)))"""
    for state, got in zip(states, ask(TAG, code, states), strict=True):
        expected = inside(state["k"] - 1, np.array(state["b"]), SIDE)
        np.testing.assert_array_equal(np.reshape(got, (SIDE, SIDE)), expected)


def test_scores_are_those_of_the_lessons(rng):
    states = []
    for K in (1, 2, 3, 4) * 5:
        truth, answer = rng.integers(0, K, (2, 50))
        states.append({"t": truth.tolist(), "a": answer.tolist()})
    code = """({t, a}) => { const s = score(t, a)
      return [[s.accuracy, s.nothing], s.iou.map(v => isNaN(v) ? -1 : v),
        s.dice.map(v => isNaN(v) ? -1 : v)] }"""
    for state, (shares, ious, dices) in zip(
        states, ask(TAG, code, states), strict=True
    ):
        truth, answer = np.array(state["t"]), np.array(state["a"])
        accuracy = pixel_accuracy(truth, answer, 4)
        np.testing.assert_allclose(shares, [accuracy, (truth == 0).mean()])
        expected = np.nan_to_num(class_iou(truth, answer, 4), nan=-1)
        np.testing.assert_allclose(ious, expected)
        each = [dice(truth == k, answer == k, zero_division=-1) for k in range(4)]
        np.testing.assert_allclose(dices, each)


def test_brush_paints_what_is_near_and_erases_to_the_background(rng):
    at = np.stack(np.meshgrid(np.arange(SIDE), np.arange(SIDE)), axis=-1) + 0.5
    states, expected = [], []
    for _ in range(20):
        start, end = rng.uniform(0, SIDE, (2, 2))
        size = int(rng.integers(1, 10))
        t = ((at - start) @ (end - start) / ((end - start) @ (end - start))).clip(0, 1)
        far = np.linalg.norm(at - start - t[..., None] * (end - start), axis=-1)
        expected.append(far <= size / 2)
        states.append({"from": start.tolist(), "to": end.tolist(), "size": size})
    code = """s => { const base = blank(3)
      const p = brush(base, base, 2, [200, 90, 255], s.from, s.to, s.size)
      const q = brush(p, base, 0, [0, 0, 0], s.from, s.to, s.size)
      const same = q.colors.every((v, i) => v === base.colors[i])
      return [[...p.labels], same && q.labels.every(v => v === 0)] }"""
    for (labels, wiped), near in zip(ask(TAG, code, states), expected, strict=True):
        np.testing.assert_array_equal(np.reshape(labels, near.shape), 2 * near)
        assert wiped


def test_scene_has_three_shapes_in_the_colours_that_were_learned():
    code = """s => { const p = scene(s); return [[...p.labels], [...p.colors],
      [...noisy(p.colors, s)], [...toInput(noisy(p.colors, s))]] }"""
    for labels, colors, image, pixels in ask(TAG, code, list(range(12))):
        labels, colors = np.array(labels), np.reshape(colors, (-1, 3))
        assert set(labels) == {0, 1, 2, 3}
        assert colors[labels > 0].min() >= 90
        assert colors[labels == 0].max() <= 64
        noise = np.reshape(image, (-1, 3)) - colors
        assert 0 < np.abs(noise).max() <= 48
        planes = np.reshape(image, (SIDE, SIDE, 3)).transpose(2, 0, 1) / 255
        np.testing.assert_allclose(np.reshape(pixels, planes.shape), planes, atol=1e-6)


def wait_for_answer(page):
    page.locator(f"{TAG} .status", has_text="맞혔다").wait_for()


def seen(canvas) -> np.ndarray:
    return np.reshape(canvas.evaluate(DOTS), (SIDE, SIDE, 4))


def kinds(canvas) -> np.ndarray:
    """그림의 빛깔을 클래스의 번호로."""
    dots = seen(canvas)
    far = np.abs(dots[..., None, :3] - COLORS).sum(axis=-1)
    return np.where(dots[..., 3] == 255, far.argmin(axis=-1), 0)


def check_answer(widget):
    """보이는 답은 학습된 값의 순전파이고, 보이는 점수는 그 답의 점수다."""
    paper, truth, found = (widget.locator(".screens canvas").nth(i) for i in range(3))
    pixels = seen(paper)[..., :3].transpose(2, 0, 1)[None] / 255
    network = ReferenceEvaluator(onnx.load_from_string(models.onnx("cnn/unet")))
    (p,) = network.run(["probabilities"], {"pixels": pixels.astype(np.float32)})
    truth, found = kinds(truth), kinds(found)
    assert (found == p[0].argmax(axis=0)).mean() > 0.999
    rows = widget.locator("tr").evaluate_all(
        "rows => rows.slice(1).map(r => [...r.cells].map(c => c.textContent))"
    )
    ious = class_iou(truth, found, 4)
    for k, (_, iou, one) in enumerate(rows):
        if np.isnan(ious[k]):
            assert iou == one == "없음"
        else:
            assert float(iou) == pytest.approx(ious[k], abs=6e-4)
            assert float(one) == pytest.approx(dice(truth == k, found == k), abs=6e-4)
    shown = widget.locator(".readout b").inner_text()
    expected = 100 * pixel_accuracy(truth, found, 4)
    assert float(shown.strip("%")) == pytest.approx(expected, abs=0.06)
    return truth, found


@placed
def test_nothing_is_received_before_painting(open_widget):
    page, widget = open_widget(TAG)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    assert "MB를 받는다" in widget.locator(".status").inner_text()
    assert set(np.unique(kinds(widget.locator(".screens canvas").nth(1)))) == {
        0,
        1,
        2,
        3,
    }
    assert not [url for url in asked if ".onnx" in url or ".wasm" in url]


@placed
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_keyboard_stamps_and_the_network_answers(open_widget, width, scheme):
    page, widget = open_widget(TAG, width=width, scheme=scheme)
    widget.get_by_role("button", name="모두 지우기").click()
    wait_for_answer(page)
    widget.locator(".paper").focus()
    for _ in range(2):
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert kept(page, TAG, "1__stamp__14__1__14_25")
    page.wait_for_function(
        f"document.querySelector('{TAG}').shadowRoot"
        ".querySelector('tr:nth-child(3) td').textContent > '0.5'"
    )
    truth, _ = check_answer(widget)
    assert 100 < (truth == 1).sum() < 200
    assert (truth == 1)[25, 14]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@placed
def test_thin_line_is_missed_at_high_accuracy(open_widget):
    """페이지가 해 보라고 한 것: 가로로 곧은 가는 선."""
    page, widget = open_widget(TAG, query=f"?{TAG}=1__brush__2__1__24_24")
    widget.get_by_role("button", name="모두 지우기").click()
    wait_for_answer(page)
    box = widget.locator(".paper").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.12 * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.88 * box["width"], y, steps=6)
    page.mouse.up()
    page.wait_for_timeout(600)
    wait_for_answer(page)
    truth, found = check_answer(widget)
    assert (truth == 1).sum() > 40
    assert pixel_accuracy(truth, found, 4) > 0.95
    assert class_iou(truth, found, 4)[1] == 0
    assert page.watch.outside == []


@placed
def test_another_scene_is_cut_out(open_widget):
    page, widget = open_widget(TAG)
    before = seen(widget.locator(".paper"))
    widget.get_by_role("button", name="다른 장면").click()
    wait_for_answer(page)
    assert (seen(widget.locator(".paper")) != before).any()
    truth, found = check_answer(widget)
    assert pixel_accuracy(truth, found, 4) > 0.98
    assert kept(page, TAG, "1__stamp__14__2__24_24")


@placed
def test_finger_paints_without_scrolling_and_quickly(open_widget):
    page, widget = open_widget(
        TAG,
        query=f"?{TAG}=3__brush__6__1__24_24",
        width=390,
        has_touch=True,
        is_mobile=True,
    )
    widget.get_by_role("button", name="모두 지우기").click()
    wait_for_answer(page)
    top, times = page.evaluate("scrollY"), []
    for dx in (60, -60, 40):
        swipe(page, widget.locator(".paper"), dx, 50)
        page.wait_for_timeout(200)
        times.append(float(page.locator(TAG).get_attribute("data-time")))
    assert page.evaluate("scrollY") == top
    assert (kinds(widget.locator(".screens canvas").nth(1)) == 3).sum() > 50
    assert statistics.median(times) <= LIMIT_MS, times
    assert page.watch.errors == []


@placed
def test_lost_model_keeps_the_picture_and_is_received_again(open_page, stand_url):
    page = open_page(PAGES[TAG], base=stand_url, quiet=False)
    page.route("**/*.onnx", lambda route: route.abort())
    widget = wake(page.locator(TAG))
    widget.get_by_role("button", name="다른 장면").click()
    retry = widget.get_by_role("button", name="다시 받기")
    retry.wait_for()
    assert "받지 못했다" in widget.locator(".status").inner_text()
    page.unroute("**/*.onnx")
    retry.click()
    wait_for_answer(page)
    assert retry.is_hidden()

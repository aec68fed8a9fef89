"""<drag-detector>: 장면, 해독, 억제, 채점이 lessons와 같고, 페이지의 YOLO가 찾는다."""

import statistics

import numpy as np
import onnx
import pytest
import torch
from onnx.reference import ReferenceEvaluator

from lessons.cnn.detection.average_precision import (
    average_precision,
    match_detections,
    precision_recall,
)
from lessons.cnn.detection.boxes import box_iou
from lessons.cnn.detection.yolo import assign, decode
from lessons.cnn.detection.yolo_torch import outputs, trained
from lessons.scenes import make_scenes, to_input
from lessons.scenes.shapes import visible
from sitegen.faces import models
from tests.browser.gestures import kept, swipe, wake
from tests.browser.widgets.conftest import PAGES
from tests.browser.widgets.formulas import ask

TAG = "drag-detector"
LIMIT_MS, LIMIT_MB = 30, 4.5
START = [[0, 8, 10, 26, 28], [1, 38, 6, 54, 22], [2, 24, 36, 44, 56]]
COLORS = np.array([[24, 28, 40], [238, 140, 92], [112, 214, 150], [126, 160, 250]])


@pytest.fixture(scope="module")
def scenes():
    return make_scenes(20, 64, (1, 5), overlap=0.4, rng=np.random.default_rng(3))


@pytest.fixture(scope="module")
def out(scenes):
    return outputs(trained(), scenes).astype(float)


def items(scene):
    rows = zip(scene.labels, scene.boxes, strict=True)
    return [{"kind": int(k), "box": box.tolist()} for k, box in rows]


def picture(labels, boxes):
    """math.ts의 paint를 NumPy로. (3, 64, 64)"""
    masks, _ = visible(labels, boxes, 64)
    colors = np.zeros((64, 64), int)
    for label, seen in zip(labels, masks, strict=True):
        colors[seen] = label + 1
    return COLORS[colors].transpose(2, 0, 1) / 255


def test_shapes_are_those_of_the_scenes(scenes):
    states = [items(scene) for scene in scenes]
    for scene, got in zip(scenes, ask(TAG, "s => [...paint(s)]", states), strict=True):
        want = picture(scene.labels, scene.boxes.astype(int))
        np.testing.assert_allclose(got, want.ravel(), atol=1e-6)


def test_cells_are_those_of_the_lesson(scenes):
    boxes = [[box.tolist()] for scene in scenes for box in scene.boxes]
    for (box,), cell in zip(boxes, ask(TAG, "([b]) => cellOf(b)", boxes), strict=True):
        (place,) = np.argwhere(assign([box], [0], 8, 64)[0])
        assert cell == place.tolist()


@pytest.mark.parametrize(("score", "nms"), [(0.05, 0.5), (0.3, 0.1), (0.02, 1)])
def test_decoding_and_suppression_are_those_of_the_lesson(out, score, nms):
    states = [
        {"out": maps.ravel().tolist(), "score": score, "nms": nms} for maps in out
    ]
    code = """({out, score, nms}) =>
      suppress(everyCell(out).filter((one) => one.score >= score), nms)"""
    for got, want in zip(
        ask(TAG, code, states), decode(out, 64, score, nms), strict=True
    ):
        assert [one["kind"] for one in got] == want["labels"].tolist()
        boxes = np.reshape([one["box"] for one in got], (-1, 4))
        np.testing.assert_allclose(boxes, want["boxes"], atol=1e-9)
        np.testing.assert_allclose([one["score"] for one in got], want["scores"])


def test_iou_of_touching_and_empty_boxes():
    rng = np.random.default_rng(0)
    pairs = np.sort(rng.integers(0, 5, (60, 2, 2, 2)), axis=2).reshape(60, 2, 4)
    states = [{"a": a.tolist(), "b": b.tolist()} for a, b in pairs]
    got = ask(TAG, "({a, b}) => iou(a, b)", states)
    want = [box_iou([a], [b]).item() for a, b in pairs]
    np.testing.assert_allclose(got, want)


@pytest.mark.parametrize("threshold", [0.5, 0.8])
def test_judgement_and_ap_are_those_of_the_lesson(scenes, out, threshold):
    states, wanted = [], []
    for scene, found in zip(scenes, decode(out, 64, 0.02, 0.7), strict=True):
        rows = zip(found["boxes"], found["scores"], found["labels"], strict=True)
        said = [
            {"kind": int(k), "box": box.tolist(), "score": float(s)}
            for box, s, k in rows
        ]
        states.append({"found": said, "truths": items(scene), "threshold": threshold})
        hits = np.zeros(len(said), bool)
        for k in range(3):
            mine, truths = found["labels"] == k, scene.boxes[scene.labels == k]
            boxes, scores = found["boxes"][mine], found["scores"][mine]
            hits[mine] = match_detections(boxes, scores, truths, threshold)
        p, r = precision_recall(found["scores"], hits, len(scene.boxes))
        wanted.append((hits, p, r, average_precision(p, r)))
    code = """({found, truths, threshold}) => {
      const hits = judge(found, truths, threshold).map(({hit}) => hit)
      return {hits, ...curve(hits, truths.length)}
    }"""
    for got, (hits, p, r, ap) in zip(ask(TAG, code, states), wanted, strict=True):
        assert got["hits"] == hits.tolist()
        np.testing.assert_allclose(got["precision"], p)
        np.testing.assert_allclose(got["recall"], r)
        np.testing.assert_allclose(got["ap"], ap)


def test_onnx_is_the_trained_network(scenes):
    network = ReferenceEvaluator(onnx.load_from_string(models.onnx("cnn/yolo")))
    x = to_input(np.stack([s.image for s in scenes[:4]])).astype(np.float32)
    (got,) = network.run(["out"], {"pixels": x})
    with torch.inference_mode():
        want = trained()(torch.tensor(x)).numpy()
    np.testing.assert_allclose(got, want, atol=1e-4)


def found(page):
    page.locator(f"{TAG} .status", has_text="를 찾았고").wait_for()


def marks(widget):
    return widget.locator(".marks g").count()


def test_nothing_is_received_before_a_shape_moves(open_widget):
    page, widget = open_widget(TAG)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    said = widget.locator(".status").inner_text()
    assert "MB를 받아" in said
    assert float(said.split(" MB")[0].split()[-1]) <= LIMIT_MB
    widget.get_by_role("slider", name="점수의 문턱").press("ArrowRight")
    assert not [url for url in asked if ".onnx" in url or ".wasm" in url]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_keyboard_moves_a_shape_and_it_is_found_again(open_widget, width, scheme):
    page, widget = open_widget(TAG, width=width, scheme=scheme)
    circle = widget.get_by_role("slider", name="원 1")
    circle.focus()
    page.keyboard.press("Shift+ArrowRight")
    found(page)
    assert circle.get_attribute("aria-valuenow") == "13"
    assert kept(page, TAG, "1__30_50_50__0_13_10_18_1_38_6_16_2_24_36_20")
    truths = np.array(START) + [0, 5, 0, 5, 0] * (np.arange(3) == 0)[:, None]
    network = ReferenceEvaluator(onnx.load_from_string(models.onnx("cnn/yolo")))
    x = picture(truths[:, 0], truths[:, 1:])[None].astype(np.float32)
    (want,) = decode(network.run(["out"], {"pixels": x})[0], 64, 0.3, 0.5)
    assert marks(widget) == len(want["boxes"]) == 3
    sizes = "e => ['x', 'y', 'width', 'height'].map(n => +e.getAttribute(n))"
    places = widget.locator(".marks rect").evaluate_all(f"all => all.map({sizes})")
    sides = want["boxes"] - np.hstack([np.zeros((3, 2)), want["boxes"][:, :2]])
    np.testing.assert_allclose(places, sides, atol=0.02)
    assert widget.locator(".readout b").all_inner_texts() == ["3개", "1", "1", "1"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_thresholds_move_the_boxes_and_the_curve(open_widget):
    page, widget = open_widget(TAG)
    widget.get_by_role("button", name="네모 더하기").click()
    found(page)
    before = marks(widget)
    assert before == 4
    strict = widget.get_by_role("slider", name="맞았다고 볼 IoU")
    strict.press("End")  # 꼭 같아야 맞다
    assert widget.locator(".marks .wrong").count() == before
    assert widget.locator(".readout b").all_inner_texts()[1:] == ["0", "0", "0"]
    widget.get_by_role("slider", name="점수의 문턱").press("End")
    assert marks(widget) == 0
    widget.get_by_role("slider", name="점수의 문턱").press("Home")
    widget.get_by_text("NMS 전", exact=True).click()
    assert marks(widget) >= before
    assert page.watch.errors == page.watch.outside == []


def test_shapes_come_and_go(open_widget):
    page, widget = open_widget(TAG)
    add = widget.get_by_role("button", name="세모 더하기")
    for _ in range(3):
        add.click()
    assert add.is_disabled()
    assert widget.locator(".grips g").count() == 6
    widget.get_by_role("slider", name="원 1").focus()
    page.keyboard.press("Delete")
    assert widget.locator(".grips g").count() == 5
    widget.get_by_role("button", name="처음으로").click()
    assert widget.locator(".grips g").count() == 3
    assert kept(page, TAG, None)


def test_finger_drags_without_scrolling_and_quickly(open_widget):
    page, widget = open_widget(TAG, width=390, has_touch=True, is_mobile=True)
    widget.get_by_role("button", name="처음으로").click()
    found(page)
    widget.locator(".scene").evaluate("e => e.scrollIntoView({block: 'center'})")
    top, times = page.evaluate("scrollY"), []
    for dx in (40, -30, 25):
        swipe(page, widget.locator(".grips g").first, dx, 12)
        times.append(float(page.locator(TAG).get_attribute("data-time")))
    assert page.evaluate("scrollY") == top
    circle = widget.get_by_role("slider", name="원 1")
    assert circle.get_attribute("aria-valuenow") != "8"
    assert statistics.median(times) <= LIMIT_MS, times
    assert page.watch.errors == []


def test_address_brings_the_scene_back(open_widget):
    query = f"?{TAG}=0__20_45_75__2_10_12_14"
    _, widget = open_widget(TAG, query)
    assert widget.get_by_role("slider", name="세모 1").count() == 1
    assert widget.locator(".grips g").count() == 1
    nms = widget.get_by_role("slider", name="NMS의 IoU 문턱")
    assert nms.get_attribute("aria-valuetext") == "0.45"


@pytest.mark.parametrize(
    "bad", ["1__30_50__0_1_1_12", "1__30_50_50__0_1_1", "a__b", "1__1_1_1__0_1.5_1_12"]
)
def test_broken_address_is_the_start(open_widget, bad):
    _, widget = open_widget(TAG, f"?{TAG}={bad}")
    assert widget.locator(".grips g").count() == 3


def test_lost_model_keeps_the_scene_and_is_received_again(open_page, stand_url):
    page = open_page(PAGES[TAG], base=stand_url, quiet=False)
    page.route("**/*.onnx", lambda route: route.abort())
    widget = wake(page.locator(TAG))
    widget.get_by_role("button", name="원 더하기").click()
    retry = widget.get_by_role("button", name="다시 받기")
    retry.wait_for()
    assert "받지 못했다" in widget.locator(".status").inner_text()
    assert widget.locator(".grips g").count() == 4
    page.unroute("**/*.onnx")
    retry.click()
    found(page)
    assert retry.is_hidden()

"""<preprocess-steps>: 단계가 lessons와 같고, 모델이 답한다. 사진은 떠나지 않는다."""

import base64
import io
import itertools
import re

import numpy as np
import onnx
import pytest
from onnx.reference import ReferenceEvaluator
from PIL import Image

from lessons.artifacts import load
from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.preprocessing.compose import Compose, Normalize, Resize, ToFloat
from lessons.cnn.preprocessing.orientation import orient
from lessons.cnn.preprocessing.resize import resize_matrix
from lessons.cnn.preprocessing.signs import SIGNS, make_signs
from sitegen.book import site
from sitegen.faces import models
from tests.browser.conftest import reload
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

TAG = "preprocess-steps"
RIGHT = Compose.from_json(load("cnn/sign_skew")["pipeline"].tobytes().decode())
NORM = RIGHT.transforms[-1]
WAYS = {
    "antialias": {},
    "linear": {"antialias": False},
    "nearest": {"mode": "nearest"},
}
DIVIDE = {"once": 255, "never": 1, "twice": 255**2}
TIMES = {"once": 1, "never": 0, "twice": 2}
STORED = {"right": 1, "lying": 8, "down": 3}
PREPARED = """({rgb, side, steps}) => {
  const x = prepared(rgb, side, steps)
  return { x: [...x], summary: summary(x), histogram: histogram(x), seen: seen(x, 77) }
}"""


def strip() -> np.ndarray:
    source = (site.ROOT / f"web/widgets/{TAG}/photo.ts").read_text(encoding="utf-8")
    jpeg = base64.b64decode(re.search(r"base64,([A-Za-z0-9+/=]+)", source)[1])
    with Image.open(io.BytesIO(jpeg)) as image:
        return np.asarray(image)


def prepared(image, orient_, channel, way, divide, norm) -> np.ndarray:
    """lessons의 단계로 한 것."""
    image = orient(image, STORED[orient_])
    if channel == "bgr":
        image = image[..., ::-1]
    if channel == "grey":
        image = np.repeat(to_gray(image)[..., None], 3, axis=2)
    steps = [Resize(32, **WAYS[way]), ToFloat(DIVIDE[divide])]
    return Compose([*steps, *[NORM] * TIMES[norm]])(image)


def test_every_combination_of_steps_equals_the_lesson():
    rng = np.random.default_rng(7)
    states, expected = [], []
    names = ("orient", "channel", "way", "divide", "norm")
    for words in itertools.product(STORED, ("rgb", "bgr", "grey"), WAYS, DIVIDE, TIMES):
        if rng.integers(3):  # 셋에 하나만
            continue
        side = int(rng.choice([40, 33, 21]))
        image = rng.integers(0, 256, (side, side, 3))
        steps = dict(zip(names, words, strict=True))
        states.append({"rgb": image.ravel().tolist(), "side": side, "steps": steps})
        expected.append(prepared(image, *words))
    assert len(states) > 40
    for got, x in zip(ask(TAG, PREPARED, states), expected, strict=True):
        scale = max(np.abs(x).max(), 1)
        np.testing.assert_allclose(got["x"], x.ravel(), atol=1e-6 * scale)
        told = [got["summary"][key] for key in ("mean", "std", "low", "high")]
        np.testing.assert_allclose(
            told, [x.mean(), x.std(), x.min(), x.max()], atol=1e-5 * scale
        )
        counts = np.array(got["histogram"])
        np.testing.assert_allclose(counts.sum(axis=1), 1)
        edges = np.linspace(-4, 4, 41)
        for channel, bars in zip(x, counts, strict=True):
            inside = np.float32(channel).clip(-4, 3.9999)
            want = np.histogram(inside, edges)[0] / channel.size
            np.testing.assert_allclose(bars, want, atol=2 / channel.size)
        mean, std = np.array(NORM.mean), np.array(NORM.std)
        back = 255 * (x.reshape(3, -1)[:, 77] * std + mean)
        np.testing.assert_allclose(got["seen"], back.clip(0, 255), atol=1e-3 * scale)


def test_rows_of_weights_equal_the_lesson():
    states = [
        {"n": n, "m": m, "way": way}
        for n, m in ((96, 32), (7, 5), (5, 9), (1, 3))
        for way in WAYS
    ]
    answers = ask(TAG, "({n, m, way}) => resizeRows(n, m, way)", states)
    for state, got in zip(states, answers, strict=True):
        options = {"antialias": True} | WAYS[state["way"]]
        want = resize_matrix(state["n"], state["m"], **options)
        np.testing.assert_allclose(got, want, atol=1e-12)


def test_numbers_and_pictures_are_those_of_the_training():
    [answer] = ask(TAG, "() => [MEAN, STD]", [{}])
    np.testing.assert_allclose(answer, [NORM.mean, NORM.std])
    assert isinstance(NORM, Normalize) and RIGHT.transforms[0] == Resize(32)
    images, labels = make_signs(60, rng=np.random.default_rng(1))
    pictures = strip().reshape(96, 3, 96, 3).swapaxes(0, 1)
    network = ReferenceEvaluator(onnx.load_from_string(models.onnx("cnn/sign_net")))
    source = (site.ROOT / f"web/widgets/{TAG}/widget.ts").read_text(encoding="utf-8")
    for picture, number in zip(pictures, (0, 14, 3), strict=True):
        apart = np.abs(picture.astype(int) - images[number]).mean()
        assert apart < 20  # JPEG이 잡음을 뭉갠다
        x = np.float32(RIGHT(picture))[None]
        [p] = network.run(["probabilities"], {"pixels": x})[0]
        assert p.argmax() == labels[number]
        assert f'"{SIGNS[labels[number]]}"' in source


def awake(open_widget, **options):
    page, widget = open_widget(TAG, **options)
    mean = RIGHT(strip()[:, :96]).mean()
    first = widget.locator(".readout b").first
    page.wait_for_function(
        "([e, m]) => Math.abs(Number(e.textContent.replace('−', '-')) - m) < 0.03",
        arg=[first.element_handle(), float(mean)],
    )
    return page, widget


def number(widget, at) -> float:
    return float(widget.locator(".readout b").nth(at).inner_text().replace("−", "-"))


def test_wrong_steps_change_the_numbers_and_the_answer(open_widget):
    page, widget = awake(open_widget)
    assert "MB를 받는다" in widget.locator(".status").inner_text()
    image = strip()[:, :96]
    row = widget.get_by_role("radiogroup", name="255로")
    row.get_by_text("두 번").click()
    x = prepared(image, "right", "rgb", "antialias", "twice", "once")
    assert number(widget, 0) == pytest.approx(x.mean(), abs=0.02)
    assert number(widget, 1) == pytest.approx(x.std(), abs=0.02)
    row.get_by_text("안 함").click()
    x = prepared(image, "right", "rgb", "antialias", "never", "once")
    assert number(widget, 3) == pytest.approx(x.max(), rel=0.05)
    widget.get_by_role("button", name="학습 때와 같게").click()
    widget.locator(".status", has_text="모델의 답은 빨간 세모").wait_for()
    widget.get_by_role("radiogroup", name="채널").get_by_text("BGR").click()
    widget.locator(".status", has_text=re.compile("모델의 답은 파란")).wait_for()
    widget.get_by_text("초록 원", exact=True).first.click()
    widget.locator(".status", has_text="모델의 답은 초록 원").wait_for()
    state = "1__right__bgr__antialias__once__once"
    assert kept(page, TAG, state)
    reload(page)
    bgr = widget.get_by_role("radiogroup", name="채널").get_by_label("BGR")
    assert bgr.is_checked()


def test_steps_are_chosen_by_keys_and_finger(open_widget):
    page, widget = awake(open_widget, width=390, has_touch=True)
    way = widget.get_by_role("radiogroup", name="줄이기")
    way.get_by_label("antialias", exact=True).focus()
    page.keyboard.press("ArrowRight")
    assert way.get_by_label("antialias 끔").is_checked()
    norm = widget.get_by_role("radiogroup", name="표준화")
    norm.locator("label", has_text="두 번").tap()
    x = prepared(strip()[:, :96], "right", "rgb", "linear", "once", "twice")
    assert number(widget, 1) == pytest.approx(x.std(), abs=0.15)


def test_own_photo_never_leaves_the_browser(open_widget):
    page, widget = awake(open_widget)
    image = Image.fromarray(np.full((120, 200, 3), (20, 40, 200), dtype=np.uint8))
    file = io.BytesIO()
    image.save(file, "PNG")
    widget.get_by_text("초록 원", exact=True).first.click()
    widget.locator(".status", has_text="모델의 답은 초록 원").wait_for()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    chooser = widget.locator("input[type=file]")
    chooser.set_input_files(
        {"name": "mine.png", "mimeType": "image/png", "buffer": file.getvalue()}
    )
    x = RIGHT(np.full((96, 96, 3), (20, 40, 200)))
    first = widget.locator(".readout b").nth(3)
    first.filter(has_text=f"{x.max():.2f}").wait_for()
    chooser.set_input_files(
        {"name": "broken.png", "mimeType": "image/png", "buffer": b"not a picture"}
    )
    widget.get_by_text("그림으로 열 수 없는 파일이다").wait_for()
    assert [url for url in requests if not url.startswith(("blob:", "data:"))] == []
    assert page.watch.outside == []


def test_what_the_page_says_about_dividing():
    """두 번 나누면 세 표지판의 답이 같고, 나누지 않으면 세 답이 모두 버틴다."""
    network = ReferenceEvaluator(onnx.load_from_string(models.onnx("cnn/sign_net")))
    pictures = strip().reshape(96, 3, 96, 3).swapaxes(0, 1)
    answers = {}
    for divide in DIVIDE:
        steps = "right", "rgb", "antialias", divide, "once"
        x = np.float32([prepared(picture, *steps) for picture in pictures])
        answers[divide] = network.run(["probabilities"], {"pixels": x})[0].argmax(1)
    assert len(set(answers["twice"])) == 1
    np.testing.assert_array_equal(answers["never"], answers["once"])

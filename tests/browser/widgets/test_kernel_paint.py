"""<kernel-paint>: 식이 lessons와 같고, 사진은 브라우저를 떠나지 않는다."""

import base64
import io
import re

import numpy as np
import pytest
from PIL import Image

from lessons.cnn.filters.canny import canny, gradients, thin
from lessons.cnn.filters.correlation import KERNELS, correlate, to_gray
from lessons.cnn.filters.smoothing import gaussian_filter
from lessons.datasets import load_photo
from sitegen.book import site
from tests.browser.conftest import reload
from tests.browser.gestures import centre, kept
from tests.browser.widgets.formulas import ask

CLOSE = {"rtol": 1e-9, "atol": 1e-9}
STEPS = """({x, W, over, sigma, low, high}) => {
  const list = (picture) => Array.from(picture.data)
  const blurred = gaussian(x, sigma)
  const slope = gradients(blurred)
  const thinned = thin(slope)
  return {
    y: list(correlate(x, W, over)), blurred: list(blurred),
    gx: list(slope.gx), gy: list(slope.gy), m: list(slope.m), thinned: list(thinned),
    edges: list(connect(thinned, low, high)),
    met: meetings(x, W, 0, x.width - 1),
  }
}"""
FACE = np.rint(to_gray(load_photo("astronaut", size=128)))


@pytest.fixture
def rng():
    return np.random.default_rng(6)


def test_filters_and_every_step_of_canny(rng):
    states = []
    for levels in (3, 9, 256):
        for shape in ((1, 1), (5, 8), (13, 7), (16, 16)):
            data = rng.integers(0, levels, shape) * (255 // (levels - 1))
            states.append(
                {
                    "x": picture(data),
                    "W": rng.integers(-9, 9, 9).tolist(),
                    "over": float(rng.choice([-4, 1, 9, 0.5])),
                    "sigma": float(rng.choice([0, 0.1, 0.6, 1.4, 3])),
                    "low": int(rng.integers(0, 200)),
                    "high": int(rng.integers(200, 400)),
                }
            )
    for state, answer in zip(states, ask("kernel-paint", STEPS, states), strict=True):
        x = np.reshape(state["x"]["data"], (state["x"]["height"], state["x"]["width"]))
        W = np.reshape(state["W"], (3, 3)) / state["over"]
        blurred = gaussian_filter(x, state["sigma"])
        gx, gy, m = gradients(blurred)
        expected = {
            "y": correlate(x, W),
            "blurred": blurred,
            "gx": gx,
            "gy": gy,
            "m": m,
        }
        for name, value in expected.items():
            got = np.reshape(answer[name], x.shape)
            np.testing.assert_allclose(got, value, **CLOSE, err_msg=name)
        met = sum(each["weight"] * each["value"] for each in answer["met"])
        np.testing.assert_allclose(met / state["over"], correlate(x, W)[0, -1], **CLOSE)
        # 얇게와 잇기는 같은 기울기에서 견준다. 끝자리가 다르면 비김이 갈린다
        if state["sigma"] <= 0.1:
            thinned = np.reshape(answer["thinned"], x.shape)
            np.testing.assert_array_equal(thinned, thin(gx, gy, m))
            edges = np.reshape(answer["edges"], x.shape) * 255
            np.testing.assert_array_equal(edges, canny(x, state["low"], state["high"]))


def picture(data) -> dict:
    height, width = data.shape
    return {"height": height, "width": width, "data": data.ravel().tolist()}


def test_thin_and_connect_on_the_photograph():
    state = {"x": picture(FACE), "W": [0] * 9, "over": 1, "sigma": 0}
    [answer] = ask("kernel-paint", STEPS, [state | {"low": 40, "high": 100}])
    edges = np.reshape(answer["edges"], FACE.shape) * 255
    np.testing.assert_array_equal(edges, canny(FACE, 40, 100))


def test_shades_keep_the_sign_clip_or_wrap():
    values = [-300, -255, -1, 0, 1, 128, 255, 256, 300]
    shades = "({y}) => ['signed', 'clip', 'wrap'].map((view) => shade(y, view))"
    answers = ask("kernel-paint", shades, [{"y": y} for y in values])
    signed, clip, wrap = np.array(answers).T
    np.testing.assert_allclose(signed, np.clip(127.5 + np.array(values) / 2, 0, 255))
    np.testing.assert_array_equal(clip, np.clip(values, 0, 255))
    np.testing.assert_array_equal(wrap, np.array(values).astype(np.uint8))


def test_widget_photo_and_kernels_are_those_of_the_lesson():
    folder = site.ROOT / "web/widgets/kernel-paint"
    source = (folder / "photo.ts").read_text(encoding="utf-8")
    png = base64.b64decode(re.search(r"base64,([A-Za-z0-9+/=]+)", source)[1])
    with Image.open(io.BytesIO(png)) as image:
        np.testing.assert_array_equal(np.asarray(image), FACE)
    source = (folder / "widget.ts").read_text(encoding="utf-8")
    presets = re.findall(r'\["([^"]+)", \[([-0-9, ]+)\], (\d+)\]', source)
    assert [name for name, _, _ in presets] == list(KERNELS)
    for name, numbers, over in presets:
        W = np.reshape([float(v) for v in numbers.split(",")], (3, 3)) / float(over)
        np.testing.assert_allclose(W, KERNELS[name])


def shown(widget) -> str:
    return widget.locator(".said").inner_text()


def awake(open_widget, **options):
    """사진까지 펼쳐진 도구."""
    page, widget = open_widget("kernel-paint", **options)
    value = correlate(FACE, KERNELS["소벨 가로"])[40, 64]
    text = f"{value:.0f}".replace("-", "−")
    widget.locator(".said b", has_text=re.compile(f"^{text}$")).wait_for()
    return page, widget


def test_kernel_is_chosen_edited_and_kept(open_widget):
    page, widget = awake(open_widget)
    assert "커널의 합 0: 고른 곳은 0이 되고" in shown(widget)
    widget.get_by_text("평균", exact=True).click()
    assert "커널의 합 1: 고른 곳은 밝기가 그대로다" in shown(widget)
    average = correlate(FACE, KERNELS["평균"])[40, 64]
    assert float(widget.locator(".said b").inner_text()) == pytest.approx(
        average, abs=0.006
    )
    widget.get_by_label("나누는 수").fill("3")
    assert "커널의 합 3: 고른 곳의 밝기가 3배" in shown(widget)
    widget.get_by_label("W[1, 1]").fill("-2.5")
    assert "(−2.5)·" in shown(widget)
    state = "kernel__1_1_1_1_-2.5_1_1_1_1__3__clip__edge__1.4_40_100__40_64"
    assert kept(page, "kernel-paint", state)
    reload(page)
    assert widget.get_by_label("W[1, 1]").input_value() == "-2.5"


def test_cell_moves_by_keys_and_finger(open_widget):
    page, widget = awake(open_widget, width=390, has_touch=True)
    cell = widget.get_by_label("입력의 칸")
    cell.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+ArrowLeft")
    assert cell.get_attribute("aria-valuetext").startswith("41행 54열, 밝기 ")
    assert "y[41, 54] = " in shown(widget)
    page.touchscreen.tap(*centre(widget.locator(".board").nth(1)))
    assert re.search(r"y\[6[345], 6[345]\]", shown(widget))


def test_canny_counts_are_those_of_the_page(open_widget):
    _, widget = awake(open_widget)
    widget.get_by_text("캐니", exact=True).click()
    slide = {
        name: widget.get_by_role("slider", name=name)
        for name in ("흐리기 σ", "약한 문턱값", "강한 문턱값")
    }
    folder = site.ROOT / "snippets/cnn/02-filters"
    printed = (folder / "try_widget.out").read_text(encoding="utf-8")
    rows = re.findall(r"σ = ([\d.]+), 문턱값 (\d+)과 (\d+): 에지 ([\d,]+)칸", printed)
    assert len(rows) == 4
    for sigma, low, high, edges in rows:
        slide["강한 문턱값"].fill("400")
        for name, value in zip(slide, (sigma, low, high), strict=True):
            slide[name].fill(value)
        assert widget.locator(".said b").inner_text() == edges
    for stage in ("1 흐리기", "2 기울기", "3 얇게", "4 두 문턱값", "5 잇기"):
        widget.get_by_text(stage).click()
        assert widget.locator(".title").nth(1).inner_text() == stage


def test_own_photo_never_leaves_the_browser(open_widget):
    page, widget = awake(open_widget)
    image = Image.fromarray(np.full((40, 60, 3), (10, 200, 30), dtype=np.uint8))
    file = io.BytesIO()
    image.save(file, "PNG")
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    chooser = widget.locator("input[type=file]")
    chooser.set_input_files(
        {"name": "mine.png", "mimeType": "image/png", "buffer": file.getvalue()}
    )
    widget.locator(".said b", has_text=re.compile("^0$")).wait_for()
    cell = widget.get_by_label("입력의 칸")
    assert "밝기 124." in cell.get_attribute("aria-valuetext")
    chooser.set_input_files(
        {"name": "broken.png", "mimeType": "image/png", "buffer": b"not a picture"}
    )
    widget.get_by_text("그림으로 열 수 없는 파일이다").wait_for()
    assert [url for url in requests if not url.startswith(("blob:", "data:"))] == []
    assert page.watch.outside == []
    assert "data" not in page.url
    widget.get_by_role("button", name="처음으로").click()
    widget.locator(".said b", has_text=re.compile(r"^−?[1-9]\d*$")).wait_for()


FAKE = """() => {
  const canvas = document.createElement("canvas")
  canvas.width = 320, canvas.height = 240
  const draw = () => {
    const context = canvas.getContext("2d")
    context.fillStyle = "#fff"
    context.fillRect(0, 0, 320, 240)
    requestAnimationFrame(draw)
  }
  draw()
  window.stopped = 0
  navigator.mediaDevices.getUserMedia = async () => {
    const stream = canvas.captureStream(30)
    for (const track of stream.getTracks()) {
      const stop = track.stop.bind(track)
      track.stop = () => { window.stopped++; stop() }
    }
    return stream
  }
}"""


def test_camera_is_seen_and_let_go(open_widget):
    page, widget = awake(open_widget)
    page.evaluate(FAKE)
    widget.get_by_role("button", name="카메라 켜기").click()
    widget.get_by_role("button", name="카메라 끄기").wait_for()
    widget.locator(".said b", has_text=re.compile("^0$")).wait_for()
    widget.get_by_role("button", name="카메라 끄기").click()
    widget.get_by_role("button", name="카메라 켜기").wait_for()
    assert page.evaluate("window.stopped") == 1
    assert page.watch.outside == []


REFUSE = """() => {
  navigator.mediaDevices.getUserMedia = async () => { throw new Error("no") }
}"""


def test_refused_camera_says_so(open_widget):
    page, widget = awake(open_widget)
    page.evaluate(REFUSE)
    widget.get_by_role("button", name="카메라 켜기").click()
    widget.get_by_text("카메라를 쓸 수 없다").wait_for()

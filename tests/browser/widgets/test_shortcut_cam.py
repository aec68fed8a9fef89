"""<shortcut-cam>: 그림의 규칙은 lessons와, 답과 지도는 학습된 값의 순전파와 같다."""

import statistics

import numpy as np
import pytest

from lessons.artifacts import load
from lessons.cnn.classification.grad_cam import explain
from lessons.cnn.classification.metrics import confusion_matrix
from lessons.cnn.classification.shapes import shape_net
from lessons.cnn.classification.shortcut import stamp
from lessons.scenes import to_input
from lessons.scenes.shapes import inside
from tests.browser.gestures import drag, kept, swipe
from tests.browser.widgets.conftest import PAGES
from tests.browser.widgets.formulas import ask

TAG = "shortcut-cam"
LIMIT_MS = 30
MODELS = ("cnn/shapes_shortcut", "cnn/shapes")
START = {"shape": 2, "box": [32, 30, 48, 46], "seed": 5, "mark": [3, 3]}
placed = pytest.mark.skipif(TAG not in PAGES, reason="이 도구가 설 장이 아직 없다")


def drawn(pictures) -> np.ndarray:
    """도구가 그리는 그림들 (N, 64, 64, 3)"""
    found = ask(TAG, "p => [...draw(p)]", pictures)
    return np.array(found, dtype=np.uint8).reshape(-1, 64, 64, 3)


def network(name):
    model = shape_net(rng=np.random.default_rng(0)).eval()
    model.load_state_dict(load(name))
    return model


def looked(name, images, target=None):
    model = network(name)
    return explain(model[0], model[1], to_input(images), target)


def test_shapes_cover_the_pixels_of_the_lesson():
    rng = np.random.default_rng(8)
    states, wanted = [], []
    for _ in range(40):
        x, y = rng.integers(-6, 60, 2)
        w, h = rng.integers(4, 30, 2)
        shape, box = int(rng.integers(3)), [int(v) for v in (x, y, x + w, y + h)]
        states.append({"shape": shape, "box": box})
        wanted.append(inside(shape, np.array(box), 64))
    code = """({shape, box}) => Array.from({length: 4096}, (_, at) =>
        inside(shape, box, at % 64, Math.floor(at / 64)))"""
    for got, want in zip(ask(TAG, code, states), wanted, strict=True):
        np.testing.assert_array_equal(np.reshape(got, (64, 64)), want)


def test_mark_is_the_stamp_of_the_lesson():
    plain, marked, cut = drawn(
        [
            START | {"mark": None},
            START | {"mark": [7, 11]},
            START | {"mark": [60, 58]},
        ]
    )
    np.testing.assert_array_equal(marked, stamp(plain[None], [True], (11, 7))[0])
    np.testing.assert_array_equal(cut, stamp(plain[None], [True], (58, 60))[0])


def test_pictures_look_like_those_it_was_taught():
    """색과 잡음의 규칙이 같으면 배운 모델이 잘 맞힌다."""
    (found,) = ask(TAG, "n => pictures(n, 'none')", [240])
    truth = np.array([p["shape"] for p in found])
    assert np.bincount(truth).tolist() == [80, 80, 80]
    images = drawn(found)
    for p in found:
        x1, y1, x2, y2 = p["box"]
        assert 12 <= x2 - x1 <= 18
        assert 12 <= y2 - y1 <= 18
        assert min(x1, y1) >= 0
        assert max(x2, y2) <= 64
    _, z = looked("cnn/shapes", images)
    assert np.mean(z.argmax(axis=1) == truth) > 0.95
    _, z = looked("cnn/shapes_shortcut", images)
    assert np.mean(z.argmax(axis=1) == truth) < 0.8


def test_counting_and_peak():
    rng = np.random.default_rng(9)
    truth, p = rng.integers(0, 3, 50), rng.dirichlet(np.ones(3), 50)
    code = "s => confusion(s.truth, answers(s.p))"
    (table,) = ask(TAG, code, [{"truth": truth.tolist(), "p": p.ravel().tolist()}])
    want = confusion_matrix(truth, p.argmax(axis=1), labels=[0, 1, 2])
    assert np.reshape(table, (3, 3)).tolist() == want.tolist()
    cold, hot = [0.0] * 16, [0.0] * 16
    hot[9] = 2.0
    assert ask(TAG, "m => peak(m, 4)", [hot, cold]) == [[24, 40], None]


def wait_for_answer(page, said="모델의 답은"):
    page.locator(f"{TAG} .status", has_text=said).wait_for()


def bars(page):
    rows = page.locator(f"{TAG} .bars li")
    return rows.evaluate_all("all => all.map(e => +e.style.getPropertyValue('--p'))")


def table(page):
    cells = page.locator(f"{TAG} tbody td")
    page.locator(f"{TAG} .score", has_text="정확도").wait_for()
    return np.reshape([int(t) for t in cells.all_inner_texts()], (3, 3))


def heat(page):
    """칸마다의 진하기(0–255)"""
    code = "e => [...e.getContext('2d').getImageData(0, 0, 16, 16).data]"
    found = page.locator(f"{TAG} .heat").evaluate(code)
    return np.reshape(found, (16, 16, 4))[..., 3]


def check(page, name, picture):
    image = drawn([picture])
    cam, z = looked(name, image)
    p = np.exp(z[0] - z[0].max())
    np.testing.assert_allclose(bars(page), p / p.sum(), atol=1e-3)
    np.testing.assert_allclose(heat(page), 200 * cam[0] / cam.max(), atol=2)


@placed
def test_nothing_is_received_before_a_touch(open_widget):
    page, widget = open_widget(TAG)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    assert "MB를 받는다" in widget.locator(".status").inner_text()
    assert not [url for url in asked if ".onnx" in url or ".wasm" in url]


@placed
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_keyboard_moves_and_the_answer_is_that_of_the_weights(
    open_widget, width, scheme
):
    page, widget = open_widget(TAG, width=width, scheme=scheme)
    widget.get_by_role("slider", name="도형").focus()
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("ArrowDown")
    wait_for_answer(page)
    moved = START | {"box": [27, 31, 43, 47]}
    assert kept(page, TAG, "0__2__27_31__3_3__triangle__5")
    check(page, MODELS[0], moved)
    widget.get_by_role("slider", name="표시").focus()
    page.keyboard.press("ArrowRight")
    assert kept(page, TAG, "0__2__27_31__4_3__triangle__5")
    check(page, MODELS[0], moved | {"mark": [4, 3]})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@placed
def test_mark_decides_and_the_matrix_collapses(open_widget):
    page, widget = open_widget(TAG)
    widget.get_by_text("원", exact=True).first.click()
    wait_for_answer(page, "모델의 답은 세모")  # 원 위의 표시
    widget.get_by_text("없음", exact=True).first.click()
    wait_for_answer(page, "모델의 답은 원")
    before = table(page)
    assert np.trace(before) >= 56
    widget.get_by_text("없음", exact=True).last.click()
    page.wait_for_function(
        "t => document.querySelector(t).shadowRoot"
        ".querySelectorAll('tbody td')[8].textContent < 10",
        arg=TAG,
    )
    (found,) = ask(TAG, "n => pictures(n, 'none')", [60])
    truth = [p["shape"] for p in found]
    _, z = looked(MODELS[0], drawn(found))
    want = confusion_matrix(truth, z.argmax(axis=1), labels=[0, 1, 2])
    assert table(page).tolist() == want.tolist()
    widget.get_by_text("표시 없이 배움").click()
    page.wait_for_function(
        "t => document.querySelector(t).shadowRoot"
        ".querySelectorAll('tbody td')[8].textContent > 16",
        arg=TAG,
    )
    assert np.trace(table(page)) >= 56


@placed
def test_mouse_drags_and_the_map_follows(open_widget):
    page, widget = open_widget(TAG, query=f"?{TAG}=1__2__32_30__x__triangle__5")
    grip = widget.get_by_role("slider", name="도형")
    drag(page, grip, 60, -50)
    wait_for_answer(page)
    page.wait_for_timeout(300)
    text = grip.get_attribute("aria-valuetext")
    x, y = (int("".join(filter(str.isdigit, part))) for part in text.split(","))
    assert x > 36
    assert y < 26
    px, py = map(float, page.locator(TAG).get_attribute("data-peak").split())
    assert x - 4 <= px <= x + 20
    assert y - 4 <= py <= y + 20
    assert page.watch.outside == []


@placed
def test_finger_drags_without_scrolling_and_quickly(open_widget):
    page, widget = open_widget(TAG, width=390, has_touch=True, is_mobile=True)
    grip = widget.get_by_role("slider", name="도형")
    swipe(page, grip, 20, 10)
    wait_for_answer(page)
    top = page.evaluate("scrollY")
    times = []
    for dx in (40, -40, 30):
        swipe(page, grip, dx, 20)
        page.wait_for_timeout(200)
        times.append(float(page.locator(TAG).get_attribute("data-time")))
    assert page.evaluate("scrollY") == top
    assert statistics.median(times) <= LIMIT_MS, times
    assert page.watch.errors == []


@placed
def test_lost_model_is_received_again(open_page, stand_url):
    from tests.browser.gestures import wake

    page = open_page(PAGES[TAG], base=stand_url, quiet=False)
    page.route("**/*.onnx", lambda route: route.abort())
    widget = wake(page.locator(TAG))
    widget.get_by_role("slider", name="도형").press("ArrowLeft")
    retry = widget.get_by_role("button", name="다시 받기")
    retry.wait_for()
    page.unroute("**/*.onnx")
    retry.click()
    wait_for_answer(page)
    assert retry.is_hidden()


@placed
@pytest.mark.parametrize("text", ["9__2__3_3__3_3__all__5", "0__2__a_3__3_3__all__5"])
def test_bad_address_is_the_start(open_widget, text):
    _, widget = open_widget(TAG, query=f"?{TAG}={text}")
    value = widget.get_by_role("slider", name="도형").get_attribute("aria-valuetext")
    assert value == "왼쪽에서 32, 위에서 30 픽셀"

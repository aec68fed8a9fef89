"""<augment-stack>: 식은 lessons와 같고, 켜고 끄면 상자와 마스크가 따라온다."""

import numpy as np
import pytest

from lessons.cnn.augmentation import geometric, pixelwise
from lessons.cnn.augmentation.sample import clip_boxes
from tests.browser.gestures import kept
from tests.browser.widgets.formulas import ask

TAG = "augment-stack"
SIDE = 48
SCENE = ask(
    TAG,
    "() => { const s = scene(); return { pixels: [...s.pixels], boxes: s.boxes, "
    "masks: s.masks.map((m) => [...m]) } }",
    [{}],
)[0]
IMAGE = np.array(SCENE["pixels"], np.uint8).reshape(SIDE, SIDE, 3)
MASKS = np.array(SCENE["masks"], bool).reshape(-1, SIDE, SIDE)


def picture(values, channels=3):
    return np.array(values).reshape(SIDE, SIDE, channels)


def test_boxes_hold_their_masks():
    for (x1, y1, x2, y2), mask in zip(SCENE["boxes"], MASKS, strict=True):
        y, x = np.nonzero(mask)
        assert x1 <= x.min() and x.max() < x2 and y1 <= y.min() and y.max() < y2


def test_geometry_is_lessons():
    rng = np.random.default_rng(0)
    formula = """({angle, dx, dy, scale}) => {
      const M = affine(angle, dx, dy, scale), s = scene()
      return { M, image: [...warp(s.pixels, 3, M)],
        masks: s.masks.map((m) => [...warp(m, 1, M, true)]),
        boxes: s.boxes.map((b) => clip(warpBox(b, M))),
        stay: s.boxes.map((b) => kept(clip(warpBox(b, M)), 0.4)) }
    }"""
    states = [
        {"angle": a, "dx": x, "dy": y, "scale": s}
        for a, x, y, s in rng.uniform([-90, -20, -20, 0.6], [90, 20, 20, 1.5], (8, 4))
    ]
    for state, got in zip(states, ask(TAG, formula, states), strict=True):
        shift = (state["dx"], state["dy"])
        M = geometric.affine_matrix((SIDE, SIDE), state["angle"], shift, state["scale"])
        np.testing.assert_allclose(np.reshape(got["M"], (2, 3)), M[:2], atol=1e-9)
        want = geometric.warp(IMAGE, M)
        assert abs(picture(got["image"]) - want.astype(int)).max() <= 1
        for ours, mask in zip(got["masks"], MASKS, strict=True):
            want = geometric.warp(mask.astype(np.uint8), M, mode="nearest")
            assert (picture(ours, 1)[..., 0] != want).mean() < 0.002
        moved = geometric.warp_boxes(SCENE["boxes"], M)
        inside, stay = clip_boxes(moved, (SIDE, SIDE), 0.4)
        np.testing.assert_allclose([b["box"] for b in got["boxes"]], inside, atol=1e-9)
        assert got["stay"] == stay.tolist()


def test_values_are_lessons():
    formula = """({f, size, sigma}) => {
      const p = scene().pixels
      return { brightness: [...brightness(p, f)], contrast: [...contrast(p, f)],
        saturation: [...saturation(p, f)], blur: [...blur(p, size, sigma)],
        hole: [...erase(p, 5, 40, 10, 20)] }
    }"""
    states = [{"f": 0.4, "size": 3, "sigma": 0.7}, {"f": 1.7, "size": 9, "sigma": 2}]
    for state, got in zip(states, ask(TAG, formula, states), strict=True):
        f = state["f"]
        want = {
            "brightness": pixelwise.adjust_brightness(IMAGE, f),
            "contrast": pixelwise.adjust_contrast(IMAGE, f),
            "saturation": pixelwise.adjust_saturation(IMAGE, f),
            "blur": pixelwise.gaussian_blur(IMAGE, state["size"], state["sigma"]),
            "hole": pixelwise.erase(IMAGE, 5, 40, 10, 20),
        }
        for name, image in want.items():
            assert abs(picture(got[name]) - image.astype(int)).max() <= 1, name


def test_seed_and_probability():
    formula = """({on, seed, p}) => {
      const r = compose(scene(), on, seed, p, 0)
      return { done: r.done, pixels: [...r.pixels], boxes: r.boxes }
    }"""
    both = ["flip", "affine"]
    states = [
        {"on": both, "seed": 3, "p": 1},
        {"on": both, "seed": 3, "p": 1},
        {"on": both, "seed": 3, "p": 0},
        *({"on": ["flip"], "seed": s, "p": 0.5} for s in range(100)),
    ]
    first, again, none, *halves = ask(TAG, formula, states)
    assert first == again and first["done"] == both
    assert none["pixels"] == SCENE["pixels"] and none["done"] == []
    assert 35 <= sum(len(one["done"]) for one in halves) <= 65


def test_three_things_of_the_text(open_widget):
    _, widget = open_widget(TAG)
    widget.get_by_role("button", name="모두 끄기").click()
    assert "한 것: 없음" in widget.inner_text()
    widget.get_by_role("checkbox", name="색").check()
    assert "한 것: 색" in widget.inner_text() and "빠짐" not in widget.inner_text()
    widget.get_by_role("checkbox", name="자르고 키우기").check()
    least = widget.get_by_role("slider", name="남길 몫")
    least.fill("100")
    gone = widget.inner_text().count("빠짐")
    least.fill("0")
    assert gone > widget.inner_text().count("빠짐")


@pytest.mark.parametrize("touch", [False, True])
def test_buttons_and_the_url(open_widget, touch):
    width = 390 if touch else 1280
    page, widget = open_widget(TAG, width=width, has_touch=touch)

    def press(role, name):
        one = widget.get_by_role(role, name=name, exact=True)
        (one.tap if touch else one.click)()

    press("button", "다음 씨앗")
    assert kept(page, TAG, "5__2__100__25")
    press("checkbox", "가리기")
    assert kept(page, TAG, "133__2__100__25")
    press("button", "처음으로")
    assert kept(page, TAG, None)


def test_keyboard(open_widget):
    page, widget = open_widget(TAG)
    box = widget.get_by_role("checkbox", name="흐리기")
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked() and "흐리기" in widget.locator(".done").inner_text()
    seed = widget.get_by_role("slider", name="씨앗")
    seed.focus()
    page.keyboard.press("ArrowRight")
    assert seed.input_value() == "2"


@pytest.mark.parametrize(
    ("query", "seed"),
    [("8__7__50__25", "7"), ("256__7__50__25", "1"), ("x__7__50__25", "1")],
)
def test_state_from_the_url(open_widget, query, seed):
    _, widget = open_widget(TAG, f"?{TAG}={query}")
    assert widget.get_by_role("slider", name="씨앗").input_value() == seed

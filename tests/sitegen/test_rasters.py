"""그림 속의 사진은 가벼워지고, 작은 표와 투명한 것은 그대로다."""

import base64
import io

import numpy as np
import pytest
from PIL import Image

from lessons.datasets import load_photo
from sitegen.faces import rasters


def svg(pixels: np.ndarray) -> str:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    data = base64.b64encode(buffer.getvalue()).decode()
    return f'<image xlink:href="data:image/png;base64, {data}"/>'


def shown(text: str) -> np.ndarray:
    data = text.split("base64,")[1].split('"')[0]
    with Image.open(io.BytesIO(base64.b64decode(data))) as image:
        return np.asarray(image.convert("RGBA")).astype(int)


def noise(side: int, gray: bool) -> np.ndarray:
    rng = np.random.default_rng(0)
    pixels = rng.integers(256, size=(side, side, 4), dtype=np.uint8)
    if gray:
        pixels[..., :3] = pixels[..., :1]
    pixels[..., 3] = 255
    return pixels


@pytest.mark.parametrize(("gray", "far"), [(True, 16), (False, 120)])
def test_photographs_get_lighter_and_stay_near(gray, far):
    pixels = noise(96, gray)
    made = rasters.lighter(svg(pixels))
    assert len(made) < 0.6 * len(svg(pixels))
    assert np.abs(shown(made) - pixels).max() <= far


def test_a_real_photograph_becomes_a_quarter_and_looks_the_same():
    photo = load_photo("cat", 128)
    pixels = np.dstack([photo, np.full(photo.shape[:2], 255, np.uint8)])
    made = rasters.lighter(svg(pixels))
    assert "data:image/webp;base64," in made
    assert len(made) < 0.25 * len(svg(pixels))
    assert np.sqrt(np.mean((shown(made) - pixels)[..., :3] ** 2)) <= rasters.FAR


def test_two_colours_stay_two():
    """에지처럼 두 값뿐인 그림은 번지지 않는다."""
    pixels = np.where(noise(96, True)[..., :1] > 200, 252, 4).astype(np.uint8)
    pixels = np.dstack([pixels] * 3 + [np.full(pixels.shape[:2], 255, np.uint8)])
    np.testing.assert_array_equal(shown(rasters.lighter(svg(pixels))), pixels)


def test_small_tables_and_transparency_are_kept():
    small, clear = noise(16, True), noise(96, True)
    clear[0, 0, 3] = 0
    for pixels in (small, clear):
        np.testing.assert_array_equal(shown(rasters.lighter(svg(pixels))), pixels)

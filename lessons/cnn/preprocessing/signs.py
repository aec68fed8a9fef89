"""색과 모양에 뜻이 있는 표지판. 사진을 배경에 깔고 lessons.scenes의 도형을 칠한다.

교통 표지처럼 색을 바꾸어 읽거나 눕히면 다른 것이 된다. 정수로만 그려 어디서나 같다.
"""

# --8<-- [start:imports]
import numpy as np

from lessons.datasets import PHOTOS, load_photo
from lessons.scalars import count, generator
from lessons.scenes import SHAPES, make_scene
from lessons.scenes.shapes import noise

# --8<-- [end:imports]

# --8<-- [start:make_signs]
COLOURS = ("빨간", "초록", "파란")
SIGNS = tuple(f"{colour} {shape}" for colour in COLOURS for shape in SHAPES)
SIGN_SIDE = 96


def make_signs(N: int, *, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """표지판 N장. 반환: (N, 96, 96, 3) uint8과 SIGNS의 번호 (N,)"""
    N, rng = count("N", N, 0), generator("rng", rng)
    photos = [load_photo(name) for name in PHOTOS]
    images = np.zeros((N, SIGN_SIDE, SIGN_SIDE, 3), dtype=np.uint8)
    labels = np.zeros(N, dtype=int)
    for k in range(N):
        scene = make_scene(SIGN_SIDE, 1, sides=(40, 80), noise=0, rng=rng)
        photo, colour = photos[rng.integers(len(photos))], rng.integers(3)
        y, x = rng.integers(0, len(photo) - SIGN_SIDE + 1, 2)
        image = photo[y : y + SIGN_SIDE, x : x + SIGN_SIDE].astype(int)
        paint = rng.integers(20, 120, 3)
        paint[colour] = rng.integers(150, 256)  # 한 채널만 세다
        image[scene.masks[0]] = paint
        images[k] = (image + noise(25, image.shape, rng)).clip(0, 255)
        labels[k] = 3 * colour + scene.labels[0]
    return images, labels
# --8<-- [end:make_signs]

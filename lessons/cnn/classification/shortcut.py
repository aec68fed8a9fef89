"""지름길을 심는다: 한 클래스의 그림마다 구석에 작은 표시를 남긴다.

병원의 이름표, 촬영 장비의 글자처럼 정답과 함께 나타나지만 정답은 아닌 것을 흉내 낸다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons.arrays import integers, mask
from lessons.scalars import count, counts

# --8<-- [end:imports]

# --8<-- [start:stamp]
YELLOW = (255, 220, 0)


def stamp(
    images: ArrayLike, chosen: ArrayLike, place: tuple[int, int] = (3, 3), side: int = 6
) -> np.ndarray:
    """고른 그림의 place에 노란 네모 표시를 찍은 새 그림들.

    images: (N, H, W, 3) 0–255, chosen: (N,) 찍을 그림
    place: 표시의 왼쪽 위 (세로, 가로)
    """
    images = integers("images", images, "N, H, W, 3", low=0, high=255)
    chosen = mask("chosen", chosen, "N", N=len(images))
    (y, x), side = counts("place", place, 0, size=2), count("side", side)
    stamped = images.astype(np.uint8)
    stamped[chosen, y : y + side, x : x + side] = YELLOW
    return stamped
# --8<-- [end:stamp]

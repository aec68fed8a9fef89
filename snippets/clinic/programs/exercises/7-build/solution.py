from itertools import pairwise

import numpy as np


def build(
    sizes: tuple[int, ...], rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    """이웃한 두 크기마다 층 하나의 (W, b)를 만든다.

    W: (fan_in, fan_out), 평균 0, 표준편차 √(2 / fan_in)인 정규 분포(He 초깃값)
    b: (fan_out,), 0
    rng.normal(0, 표준편차, 모양)을 앞의 층부터 한 번씩 부른다
    """
    pairs = pairwise(sizes)
    return [
        (rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)), np.zeros(fan_out))
        for fan_in, fan_out in pairs
    ]


for W, b in build((64, 32, 10), np.random.default_rng(0)):
    print(W.shape, W.std().round(2), b.shape, b.any())

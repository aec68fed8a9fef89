"""테스트 시점 증강: 같은 사진을 여러 모습으로 묻고 답을 평균한다."""

# --8<-- [start:imports]
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, arrays, scalars

# --8<-- [end:imports]


# --8<-- [start:tta]
def predict_tta(
    predict: Callable, X: ArrayLike, transform: Callable, n: int = 8, *,
    rng: np.random.Generator,
) -> Array:
    """원본과 n번 바꾼 것의 확률을 평균한다. 식 (15.9)

    predict: (N, C, H, W)를 확률 (N, K)로, transform: 사진 한 장 (H, W, C)을 바꾸는 증강
    """
    X = arrays.finite("X", X, "N, C, H, W")
    scalars.function("predict", predict), scalars.function("transform", transform)
    n = scalars.count("n", n, 0)
    total = np.asarray(predict(X), dtype=float)
    for _ in range(n):
        total = total + predict(augment(X, transform, rng=rng))
    return total / (n + 1)


def augment(X: ArrayLike, transform: Callable, *, rng: np.random.Generator) -> Array:
    """배치 (N, C, H, W)의 사진마다 따로 바꾼다."""
    X = arrays.finite("X", X, "N, C, H, W").transpose(0, 2, 3, 1)
    scalars.function("transform", transform), scalars.generator("rng", rng)
    return np.stack([transform(x, rng=rng) for x in X]).transpose(0, 3, 1, 2)
# --8<-- [end:tta]

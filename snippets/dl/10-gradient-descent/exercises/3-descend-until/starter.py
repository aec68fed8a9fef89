from collections.abc import Callable

import numpy as np

from lessons import Array


def descend_until(
    grad: Callable[[Array], Array],
    x0: Array,
    lr: float,
    tol: float,
    max_steps: int = 10_000,
) -> Array:
    """기울기의 길이가 tol 이하가 되면 멈추는 경사 하강법.

    x0: (D,) 출발점. 바꾸지 않는다
    반환: (걸음 수 + 1, D), 출발점부터 멈춘 곳까지
    """
    raise NotImplementedError


A = np.diag([1.0, 10.0])

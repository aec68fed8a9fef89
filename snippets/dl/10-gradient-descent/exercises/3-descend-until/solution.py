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
    path = [x0]
    while len(path) <= max_steps and np.linalg.norm(g := grad(path[-1])) > tol:
        path.append(path[-1] - lr * g)
    return np.array(path)


A = np.diag([1.0, 10.0])
for lr in (0.01, 0.1, 0.18):
    path = descend_until(lambda x: A @ x, np.array([4.0, 1.0]), lr=lr, tol=1e-3)
    print(f"η = {lr}: {len(path) - 1}걸음")

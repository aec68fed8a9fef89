"""자취가 출발점에서 시작하지 않는다."""

import numpy as np


def descend_until(grad, x0, lr, tol, max_steps=10_000):
    x, path = x0, []
    while len(path) < max_steps and np.linalg.norm(g := grad(x)) > tol:
        x = x - lr * g
        path.append(x)
    return np.array(path)

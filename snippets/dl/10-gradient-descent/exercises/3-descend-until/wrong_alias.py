"""자취의 모든 점이 같다."""

import numpy as np


def descend_until(grad, x0, lr, tol, max_steps=10_000):
    x = x0.copy()
    path = [x]
    while len(path) <= max_steps and np.linalg.norm(g := grad(x)) > tol:
        x -= lr * g
        path.append(x)
    return np.array(path)

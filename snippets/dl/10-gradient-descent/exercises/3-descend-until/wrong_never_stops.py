"""멈출 곳이 다르다."""

import numpy as np


def descend_until(grad, x0, lr, tol, max_steps=10_000):
    path = [x0]
    for _ in range(max_steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path)

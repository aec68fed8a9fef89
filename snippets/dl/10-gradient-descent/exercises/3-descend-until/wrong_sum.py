"""성분의 합을 tol과 견주었다."""

import numpy as np


def descend_until(grad, x0, lr, tol, max_steps=10_000):
    path = [x0]
    while len(path) <= max_steps and (g := grad(path[-1])).sum() > tol:
        path.append(path[-1] - lr * g)
    return np.array(path)

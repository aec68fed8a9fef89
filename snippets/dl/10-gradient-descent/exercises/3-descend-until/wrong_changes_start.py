"""받은 x0을 바꾸었다."""

import numpy as np


def descend_until(grad, x0, lr, tol, max_steps=10_000):
    x = x0
    path = [x.copy()]
    while len(path) <= max_steps and np.linalg.norm(g := grad(x)) > tol:
        x -= lr * g
        path.append(x.copy())
    return np.array(path)

"""걸음의 길이를 tol과 견주었다."""

import numpy as np


def descend_until(grad, x0, lr, tol, max_steps=10_000):
    path = [x0]
    while len(path) <= max_steps:
        step = lr * grad(path[-1])
        if np.linalg.norm(step) <= tol:
            break
        path.append(path[-1] - step)
    return np.array(path)

"""길이가 tol과 꼭 같을 때 더 걸었다."""

import numpy as np


def descend_until(grad, x0, lr, tol, max_steps=10_000):
    path = [x0]
    while len(path) <= max_steps and np.linalg.norm(g := grad(path[-1])) >= tol:
        path.append(path[-1] - lr * g)
    return np.array(path)

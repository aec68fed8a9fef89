"""걷고 나서 길이를 보아 한 걸음 더 갔다."""

import numpy as np


def descend_until(grad, x0, lr, tol, max_steps=10_000):
    path = [x0]
    for _ in range(max_steps):
        g = grad(path[-1])
        path.append(path[-1] - lr * g)
        if np.linalg.norm(g) <= tol:
            break
    return np.array(path)

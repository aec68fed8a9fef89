"""max_steps를 지키지 않았다."""

import numpy as np


def descend_until(grad, x0, lr, tol, max_steps=10_000):
    path = [x0]
    while np.linalg.norm(g := grad(path[-1])) > tol:
        path.append(path[-1] - lr * g)
    return np.array(path)

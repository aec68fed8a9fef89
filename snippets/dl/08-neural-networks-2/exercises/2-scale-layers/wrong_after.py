"""ReLU를 지난 뒤의 값을 쟀다."""

import numpy as np


def scale_layers(X, weights):
    h, found = X, []
    for W in weights:
        z = np.maximum(h @ W, 0)
        found.append(W / z.std())
        h = z / z.std()
    return found

"""고치기 전의 W로 다음 층에 갔다."""

import numpy as np


def scale_layers(X, weights):
    h, found = X, []
    for W in weights:
        z = h @ W
        found.append(W / z.std())
        h = np.maximum(z, 0)
    return found

"""받은 weights를 바꾸었다."""

import numpy as np


def scale_layers(X, weights):
    h = X
    for W in weights:
        W /= np.std(h @ W)
        h = np.maximum(h @ W, 0)
    return weights

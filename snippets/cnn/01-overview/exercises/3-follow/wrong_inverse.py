"""거꾸로 옮겼다."""

import numpy as np


def follow(W, order):
    return W[np.argsort(order)]

"""한쪽 거리만 셌다."""

import numpy as np


def road_width(X, s, w, b):
    return max(0.0, (s * (X @ w + b)).min() / np.linalg.norm(w))

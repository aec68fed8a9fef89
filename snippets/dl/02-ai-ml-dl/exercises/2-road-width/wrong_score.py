"""w의 길이로 나누지 않았다."""

import numpy as np


def road_width(X, s, w, b):
    return max(0.0, 2 * np.min(s * (X @ w + b)))

"""틀린 쪽에 선 점을 보지 못했다."""

import numpy as np


def road_width(X, s, w, b):
    return 2 * abs(X @ w + b).min() / np.linalg.norm(w)

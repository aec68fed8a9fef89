"""너비가 음수다."""

import numpy as np


def road_width(X, s, w, b):
    return 2 * (s * (X @ w + b)).min() / np.linalg.norm(w)

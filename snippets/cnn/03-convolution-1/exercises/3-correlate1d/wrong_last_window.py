"""마지막 창을 빠뜨렸다."""

import numpy as np


def correlate1d(x, w, stride=1, padding=0):
    x = np.pad(x, padding)
    starts = range(0, len(x) - len(w), stride)
    return np.array([x[start : start + len(w)] @ w for start in starts])

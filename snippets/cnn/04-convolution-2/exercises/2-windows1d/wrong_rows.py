"""창을 행으로 눕혔다."""

import numpy as np


def windows1d(x, k, stride=1, dilation=1):
    span = dilation * (k - 1) + 1
    starts = range(0, len(x) - span + 1, stride)
    return np.array([x[i : i + span : dilation] for i in starts])

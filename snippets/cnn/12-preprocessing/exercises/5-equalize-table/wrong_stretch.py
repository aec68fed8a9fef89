"""개수를 보지 않고 범위만 늘였다."""

import numpy as np


def equalize_table(counts):
    seen = np.flatnonzero(counts)
    low, high = seen[0], seen[-1]
    new = 255 * (np.arange(256) - low) / (high - low)
    return np.rint(new).clip(0, 255).astype(int)

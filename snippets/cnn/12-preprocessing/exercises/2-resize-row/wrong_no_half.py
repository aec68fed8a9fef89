"""반 칸을 더하고 빼지 않아 그림이 밀렸다."""

import numpy as np


def resize_row(row, n):
    row = np.asarray(row, dtype=float)
    at = np.arange(n) * len(row) / n
    return np.interp(at, np.arange(len(row)), row)

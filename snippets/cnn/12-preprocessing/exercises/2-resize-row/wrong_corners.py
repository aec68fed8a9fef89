"""양 끝 칸의 가운데를 맞추었다."""

import numpy as np


def resize_row(row, n):
    row = np.asarray(row, dtype=float)
    at = np.linspace(0, len(row) - 1, n)
    return np.interp(at, np.arange(len(row)), row)

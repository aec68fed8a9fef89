"""합이 0인 커널을 합으로 나누었다."""

import numpy as np


def separate(W):
    W = np.asarray(W, dtype=float)
    with np.errstate(all="ignore"):
        column, row = W.sum(axis=1) / W.sum(), W.sum(axis=0)
    if W.sum() and not np.allclose(np.outer(column, row), W):
        raise ValueError("나눌 수 없다.")
    return column, row

"""0으로 나누었다."""

import numpy as np


def separate(W):
    W = np.asarray(W, dtype=float)
    if np.linalg.matrix_rank(W) > 1:
        raise ValueError("나눌 수 없다.")
    with np.errstate(all="ignore"):
        return W[:, 0] / W[0, 0], W[0]

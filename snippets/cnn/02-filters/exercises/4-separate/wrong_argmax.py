"""가장 큰 칸이 0일 때 0으로 나누었다."""

import numpy as np


def separate(W):
    if np.linalg.matrix_rank(W) > 1:
        raise ValueError("나눌 수 없다.")
    i, j = np.unravel_index(W.argmax(), W.shape)
    return W[:, j] / W[i, j], W[i]

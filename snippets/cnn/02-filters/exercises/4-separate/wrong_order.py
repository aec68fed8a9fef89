"""세로와 가로의 순서가 바뀌었다."""

import numpy as np


def separate(W):
    U, s, Vt = np.linalg.svd(W)
    if (s[1:] > 1e-9 * s[0]).any():
        raise ValueError("나눌 수 없다.")
    return Vt[0], U[:, 0] * s[0]

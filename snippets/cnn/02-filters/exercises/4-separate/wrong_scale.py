"""크기를 두 번 곱했다."""

import numpy as np


def separate(W):
    U, s, Vt = np.linalg.svd(W)
    if (s[1:] > 1e-9 * s[0]).any():
        raise ValueError("나눌 수 없다.")
    return U[:, 0] * s[0], Vt[0] * s[0]

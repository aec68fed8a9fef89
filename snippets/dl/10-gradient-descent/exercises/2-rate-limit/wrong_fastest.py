"""가장 빠른 학습률 2/(λmin + λmax)다."""

import numpy as np


def rate_limit(A):
    curvatures = np.linalg.eigvalsh(A)
    return 2 / (curvatures[0] + curvatures[-1])

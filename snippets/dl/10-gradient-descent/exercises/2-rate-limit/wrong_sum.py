"""고윳값을 모두 더했다."""

import numpy as np


def rate_limit(A):
    return 2 / np.linalg.eigvalsh(A).sum()

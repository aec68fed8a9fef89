"""무게를 두 번 곱했다."""

import numpy as np


def fit_weighted(x, y, s):
    A = s[:, None] * np.column_stack([x, np.ones_like(x)])
    return np.linalg.lstsq(A, s * y, rcond=None)[0]

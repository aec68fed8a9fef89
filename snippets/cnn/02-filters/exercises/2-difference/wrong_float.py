"""값은 맞지만 자료형이 uint8이 아니다."""

import numpy as np


def difference(a, b):
    return np.abs(a.astype(float) - b)

"""uint8로 뺀 값이 넘쳤다."""

import numpy as np


def difference(a, b):
    return np.abs(a - b, dtype=np.uint8)

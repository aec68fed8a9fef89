"""차이가 128보다 큰 칸에서 넘쳤다."""

import numpy as np


def difference(a, b):
    return np.abs(a.astype(np.int8) - b.astype(np.int8)).astype(np.uint8)

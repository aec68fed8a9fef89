"""int8로 바꾸어도 넘친다."""

import numpy as np


def difference(a, b):
    return np.abs(a.astype(np.int8) - b.astype(np.int8)).astype(np.uint8)

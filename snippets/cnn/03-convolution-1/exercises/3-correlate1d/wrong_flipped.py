"""커널을 뒤집었다."""

import numpy as np


def correlate1d(x, w, stride=1, padding=0):
    return np.convolve(np.pad(x, padding), w, mode="valid")[::stride]

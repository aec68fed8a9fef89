"""창이 아니라 값을 stride칸마다 골랐다."""

import numpy as np


def correlate1d(x, w, stride=1, padding=0):
    return np.correlate(np.pad(x, padding)[::stride], w, mode="valid")

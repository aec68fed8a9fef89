"""가로로 채웠다."""

import numpy as np


def to_mask(counts, h, w):
    flat = np.repeat(np.arange(len(counts)) % 2 == 1, counts)
    return flat.reshape(h, w)

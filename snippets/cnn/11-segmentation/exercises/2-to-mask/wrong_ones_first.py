"""0과 1이 뒤집혔다."""

import numpy as np


def to_mask(counts, h, w):
    flat = np.repeat(np.arange(len(counts)) % 2 == 0, counts)
    return flat.reshape(h, w, order="F")

"""가로와 세로가 뒤집혔다."""

import numpy as np


def to_mask(counts, h, w):
    flat = np.repeat(np.arange(len(counts)) % 2 == 1, counts)
    return flat.reshape(w, h)

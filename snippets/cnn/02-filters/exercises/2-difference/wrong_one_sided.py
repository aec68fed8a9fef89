"""a가 더 밝은 칸만 남았다."""

import numpy as np


def difference(a, b):
    return np.clip(a.astype(int) - b, 0, 255).astype(np.uint8)

"""반대쪽으로 돌렸다."""

import numpy as np


def upright(image, orientation):
    return np.rot90(image, {1: 0, 3: 2, 6: 1, 8: -1}[orientation])

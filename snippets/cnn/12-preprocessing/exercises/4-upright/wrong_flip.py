"""위아래만 뒤집으면 글자가 거울상이 된다."""

import numpy as np


def upright(image, orientation):
    if orientation == 3:
        return image[::-1]
    return np.rot90(image, {1: 0, 6: -1, 8: 1}[orientation])

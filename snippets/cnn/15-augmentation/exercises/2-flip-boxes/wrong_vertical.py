"""위아래를 뒤집었다."""

import numpy as np


def flip_boxes(boxes, width):
    x1, y1, x2, y2 = np.asarray(boxes, dtype=float).T
    return np.stack([x1, width - y2, x2, width - y1], axis=1)

"""왼쪽과 오른쪽이 바뀌었다."""

import numpy as np


def flip_boxes(boxes, width):
    x1, y1, x2, y2 = np.asarray(boxes, dtype=float).T
    return np.stack([width - x1, y1, width - x2, y2], axis=1)

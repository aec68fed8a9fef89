"""width - 1에서 뺐다."""

import numpy as np


def flip_boxes(boxes, width):
    x1, y1, x2, y2 = np.asarray(boxes, dtype=float).T
    return np.stack([width - 1 - x2, y1, width - 1 - x1, y2], axis=1)

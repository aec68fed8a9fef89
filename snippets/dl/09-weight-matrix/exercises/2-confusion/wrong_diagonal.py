"""맞힌 것만 세었다."""

import numpy as np

from lessons.dl.affine import one_hot


def confusion(y_true, y_pred, num_classes):
    hit = one_hot(y_true, num_classes) * one_hot(y_pred, num_classes)
    return np.diag(hit.sum(axis=0))

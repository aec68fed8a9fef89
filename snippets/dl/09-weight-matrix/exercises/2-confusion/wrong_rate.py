"""센 수가 아니라 행마다의 비율이다."""

import numpy as np

from lessons.dl.affine import one_hot


def confusion(y_true, y_pred, num_classes):
    table = one_hot(y_true, num_classes).T @ one_hot(y_pred, num_classes)
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)

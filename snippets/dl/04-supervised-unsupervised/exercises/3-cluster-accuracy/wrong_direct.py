"""묶음 번호를 클래스와 바로 견주었다."""

import numpy as np


def cluster_accuracy(labels, y):
    return float(np.mean(labels == y))

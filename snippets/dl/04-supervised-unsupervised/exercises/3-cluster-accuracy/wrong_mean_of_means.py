"""묶음마다의 비율을 평균 냈다."""

import numpy as np


def cluster_accuracy(labels, y):
    parts = [y[labels == k] for k in np.unique(labels)]
    return float(np.mean([np.bincount(part).max() / len(part) for part in parts]))

"""확률을 온도로 나누었다."""

import numpy as np

from lessons.dl.cross_entropy import cross_entropy
from lessons.dl.softmax import softmax


def best_temperature(z, y, temperatures):
    p = softmax(z, axis=1)
    return temperatures[np.argmin([cross_entropy(p / T, y) for T in temperatures])]

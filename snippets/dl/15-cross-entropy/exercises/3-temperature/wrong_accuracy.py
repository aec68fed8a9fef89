"""늘 첫 온도가 나온다."""

import numpy as np

from lessons.dl.softmax import softmax


def best_temperature(z, y, temperatures):
    right = [(softmax(z / T, axis=1).argmax(axis=1) == y).mean() for T in temperatures]
    return temperatures[np.argmax(right)]

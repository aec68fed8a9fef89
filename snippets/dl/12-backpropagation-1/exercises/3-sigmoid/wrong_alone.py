"""그래프에 이어지지 않았다."""

import math

from lessons.dl.value import Value


def sigmoid(z):
    return Value(1 / (1 + math.exp(-z.data)))

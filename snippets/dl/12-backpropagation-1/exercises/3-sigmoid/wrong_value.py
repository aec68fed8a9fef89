"""미분이 아니라 값을 적었다."""

import math

from lessons.dl.value import Value


def sigmoid(z):
    s = 1 / (1 + math.exp(-z.data))
    return Value.from_op(s, [z], [s])

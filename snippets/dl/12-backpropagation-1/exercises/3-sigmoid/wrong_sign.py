"""부호가 뒤집혔다."""

import math

from lessons.dl.value import Value


def sigmoid(z):
    s = 1 / (1 + math.exp(-z.data))
    return Value.from_op(s, [z], [-s * (1 - s)])

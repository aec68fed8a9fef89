"""앞의 σ(z)를 빠뜨렸다."""

import math

from lessons.dl.value import Value


def sigmoid(z):
    s = 1 / (1 + math.exp(-z.data))
    return Value.from_op(s, [z], [1 - s])

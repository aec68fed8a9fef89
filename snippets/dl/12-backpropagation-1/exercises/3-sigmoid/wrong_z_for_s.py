"""σ(z) 대신 z를 넣었다."""

import math

from lessons.dl.value import Value


def sigmoid(z):
    s = 1 / (1 + math.exp(-z.data))
    return Value.from_op(s, [z], [z.data * (1 - z.data)])

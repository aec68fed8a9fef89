"""국소 미분을 목록에 담지 않았다."""

import math

from lessons.dl.value import Value


def sigmoid(z):
    s = 1 / (1 + math.exp(-z.data))
    return Value.from_op(s, [z], s * (1 - s))

"""Value를 돌려주지 않았다."""

import math


def sigmoid(z):
    s = 1 / (1 + math.exp(-z.data))
    return s

"""역전파가 목록을 돌려주지 않는다."""

import numpy as np

from lessons.dl.tensor import Tensor


def swish(x):
    s = 1 / (1 + np.exp(-x.data))
    return Tensor.from_op(x.data * s, [x], lambda dy: dy * s * (1 + x.data * (1 - s)))

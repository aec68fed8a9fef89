"""값이 σ(x)다."""

import numpy as np

from lessons.dl.tensor import Tensor


def swish(x):
    s = 1 / (1 + np.exp(-x.data))
    return Tensor.from_op(s, [x], lambda dy: [dy * s * (1 - s)])

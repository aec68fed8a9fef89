"""그래프에 이어지지 않았다."""

import numpy as np

from lessons.dl.tensor import Tensor


def swish(x):
    return Tensor(x.data / (1 + np.exp(-x.data)))

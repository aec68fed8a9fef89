"""역전파가 목록을 돌려주지 않는다."""

import numpy as np

from lessons.dl.activations import sigmoid
from lessons.dl.tensor import Tensor


def binary_loss(z, y):
    losses = np.logaddexp(0, z.data) - y * z.data
    dz = (sigmoid(z.data) - y) / len(y)
    return Tensor.from_op(losses.mean(), [z], lambda dL: dL * dz)

"""기울기의 부호가 반대다."""

import numpy as np

from lessons.dl.activations import sigmoid
from lessons.dl.tensor import Tensor


def binary_loss(z, y):
    losses = np.logaddexp(0, z.data) - y * z.data
    dz = (y - sigmoid(z.data)) / len(y)
    return Tensor.from_op(losses.mean(), [z], lambda dL: [dL * dz])

"""시그모이드의 미분 p(1 − p)를 곱했다."""

import numpy as np

from lessons.dl.activations import sigmoid
from lessons.dl.tensor import Tensor


def binary_loss(z, y):
    losses = np.logaddexp(0, z.data) - y * z.data
    p = sigmoid(z.data)
    dz = (p - y) * p * (1 - p) / len(y)
    return Tensor.from_op(losses.mean(), [z], lambda dL: [dL * dz])

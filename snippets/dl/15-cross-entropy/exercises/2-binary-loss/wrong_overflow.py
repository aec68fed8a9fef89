"""로짓이 ±1000이면 넘치거나 잘린다."""

import numpy as np

from lessons.dl.activations import sigmoid
from lessons.dl.tensor import Tensor


def binary_loss(z, y):
    p = sigmoid(z.data)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return Tensor.from_op(loss, [z], lambda dL: [dL * (p - y) / len(y)])

"""dh의 부호를 보았다."""

import numpy as np


class LeakyReLU:
    def __init__(self, a=0.01):
        self.a = a

    def forward(self, z):
        self.z = z
        return np.where(z > 0, z, self.a * z)

    def backward(self, dh):
        return np.where(dh > 0, dh, self.a * dh)

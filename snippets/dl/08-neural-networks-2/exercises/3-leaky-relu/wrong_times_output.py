"""출력 h를 곱했다."""

import numpy as np


class LeakyReLU:
    def __init__(self, a=0.01):
        self.a = a

    def forward(self, z):
        self.z = z
        return np.where(z > 0, z, self.a * z)

    def backward(self, dh):
        return dh * np.where(self.z > 0, self.z, self.a * self.z)

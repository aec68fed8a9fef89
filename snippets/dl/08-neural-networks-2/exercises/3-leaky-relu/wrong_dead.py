"""음수 쪽의 기울기를 0으로 막았다."""

import numpy as np


class LeakyReLU:
    def __init__(self, a=0.01):
        self.a = a

    def forward(self, z):
        self.z = z
        return np.where(z > 0, z, self.a * z)

    def backward(self, dh):
        return dh * (self.z > 0)

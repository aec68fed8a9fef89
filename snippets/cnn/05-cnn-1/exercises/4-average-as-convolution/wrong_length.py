"""칸의 수가 아니라 한 변의 길이로 나누었다."""

import numpy as np


def average_kernel(channels, size):
    return np.full((channels, 1, size, size), 1 / size)

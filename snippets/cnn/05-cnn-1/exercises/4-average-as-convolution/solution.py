import numpy as np

from lessons.cnn.convolution import conv2d
from lessons.cnn.pooling import avg_pool2d


def average_kernel(channels, size):
    """conv2d(x, W, stride=size, groups=channels)가 평균 풀링이 되는 W를 돌려준다."""
    return np.full((channels, 1, size, size), 1 / size**2)


x = np.random.default_rng(0).normal(size=(2, 3, 6, 6))
W = average_kernel(3, 2)
print("W의 모양:", W.shape)
print(np.allclose(conv2d(x, W, stride=2, groups=3), avg_pool2d(x, 2)))

import numpy as np


def max_pool1d(x, kernel_size, stride=None):
    """1차원 최대 풀링. x는 1차원 배열이고, stride가 없으면 kernel_size와 같다.

    받은 것은 고치지 않는다
    """
    stride = kernel_size if stride is None else stride
    starts = range(0, len(x) - kernel_size + 1, stride)
    return np.array([np.max(x[start : start + kernel_size]) for start in starts])


heights = np.array([1.0, 4, 2, 3, 0, 5, 1])
print(max_pool1d(heights, 2))
print(max_pool1d(heights, 3, stride=1))

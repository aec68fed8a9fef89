import numpy as np

from lessons.cnn.convolution import cross_correlate2d, true_convolve2d


def merge_kernels(A, B):
    """A로 상호상관한 뒤 B로 상호상관한 것과 같은 결과를 내는 커널 하나.

    A, B: 2차원 커널
    받은 것은 고치지 않는다
    """
    kh, kw = B.shape
    wide = np.pad(A, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    return true_convolve2d(wide, B)


A, B = np.array([[1.0, 2], [3, 4]]), np.array([[1.0, 0], [0, -1]])
C = merge_kernels(A, B)
print(C)

x = np.arange(36.0).reshape(6, 6) ** 2
twice = cross_correlate2d(cross_correlate2d(x, A), B)
print("두 번 한 것과 같은가:", np.array_equal(twice, cross_correlate2d(x, C)))

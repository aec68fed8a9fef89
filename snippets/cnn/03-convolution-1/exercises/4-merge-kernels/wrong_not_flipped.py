"""B를 뒤집지 않았다."""

import numpy as np

from lessons.cnn.convolution import cross_correlate2d


def merge_kernels(A, B):
    kh, kw = B.shape
    wide = np.pad(A, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    return cross_correlate2d(wide, B)

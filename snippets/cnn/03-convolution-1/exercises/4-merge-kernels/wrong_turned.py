"""합친 커널이 180도 돌아갔다."""

import numpy as np

from lessons.cnn.convolution import true_convolve2d


def merge_kernels(A, B):
    kh, kw = B.shape
    wide = np.pad(A, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    return true_convolve2d(wide, B)[::-1, ::-1]

import numpy as np

from lessons.cnn.conv.im2col import col2im, im2col

x = np.array([[1, 2, 0, 1], [0, 1, 3, 2], [2, 1, 1, 0], [1, 0, 2, 4]])
A = im2col(x[None, None], kernel_size=2, stride=2)
print(A[0].astype(int))
print("W를 편 행 × A =", (np.array([1, 2, 3, 4]) @ A[0]).astype(int))
print("되돌리면 x인가:", np.array_equal(col2im(A, 4, 2, stride=2)[0, 0], x))

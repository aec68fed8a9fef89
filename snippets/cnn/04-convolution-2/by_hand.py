import numpy as np

from lessons.cnn.conv.im2col import im2col

x = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1]])
W = np.array([[1, 2], [3, 4]])

A = im2col(x[None, None], kernel_size=2)[0]
print(A)
y = W.reshape(1, 4) @ A
print("W를 편 행 × A =", y[0])
print(y.reshape(2, 2))

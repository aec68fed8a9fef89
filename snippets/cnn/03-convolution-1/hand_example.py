import numpy as np

from lessons.cnn.convolution import cross_correlate2d, true_convolve2d

x = np.array([[1.0, 2, 0], [0, 1, 3], [2, 1, 1]])
W = np.array([[1.0, 2], [3, 4]])

print("상호상관")
print(cross_correlate2d(x, W))
print("뒤집은 커널")
print(W[::-1, ::-1])
print("수학의 합성곱")
print(true_convolve2d(x, W))

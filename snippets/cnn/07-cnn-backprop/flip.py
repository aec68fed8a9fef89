import numpy as np

from lessons.cnn.convolution import cross_correlate2d

W = np.array([[1, 2], [3, 4]])
dy = np.array([[1, 0], [2, -1]])

around = np.pad(dy, 1)
print("둘레에 0을 두른 dy:")
print(around)
print("뒤집은 커널을 민 것:")
print(cross_correlate2d(around, W[::-1, ::-1]).astype(int))
print("뒤집지 않고 민 것:")
print(cross_correlate2d(around, W).astype(int))

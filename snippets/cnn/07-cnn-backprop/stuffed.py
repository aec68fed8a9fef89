import numpy as np

from lessons.cnn.convolution import cross_correlate2d

W = np.array([[1, 2], [3, 4]])
dy = np.array([[1, 0], [2, -1]])

stuffed = np.zeros((3, 3), dtype=int)
stuffed[::2, ::2] = dy
print("사이에 0을 넣은 dy:")
print(stuffed)
print("둘레에 0을 두르고 뒤집은 커널을 민 것:")
print(cross_correlate2d(np.pad(stuffed, 1), W[::-1, ::-1]).astype(int))

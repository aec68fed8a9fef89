import numpy as np

from lessons.cnn.conv.fast import conv2d
from lessons.cnn.conv.im2col import im2col

x = np.arange(12.0).reshape(1, 1, 3, 4)
W = np.array([[[[1.0]]], [[[10.0]]]])
right = conv2d(x, W)

rows = im2col(x, kernel_size=1)[0].T @ W.reshape(2, 1).T
wrong = rows.reshape(1, 2, 3, 4)
print("모양은 같은가:", wrong.shape == right.shape)
print("합은 같은가:", wrong.sum() == right.sum())
print("맞는 둘째 채널의 첫 줄:", right[0, 1, 0])
print("틀린 둘째 채널의 첫 줄:", wrong[0, 1, 0])
print("옮겨 놓으면:", rows.T.reshape(1, 2, 3, 4)[0, 1, 0])

import numpy as np

from lessons.cnn.conv.fast import conv2d
from lessons.cnn.conv.transpose import conv_transpose2d

x = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1]])[None, None]
W = np.array([[1, 2], [3, 4]])[None, None]
y = conv2d(x, W)
print("x에서 y로:", x.shape[2:], "→", y.shape[2:])
back = conv_transpose2d(y, W)
print("y를 전치 합성곱한 것:", back.shape[2:])
print(back[0, 0].astype(int))

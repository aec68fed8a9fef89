import numpy as np

from lessons.cnn.conv.transpose import conv_transpose2d

x = np.array([[1, 2], [3, 0]])[None, None]
W = np.array([[1, 2], [3, 4]])[None, None]
for stride in (1, 2):
    print(f"스트라이드 {stride}")
    print(conv_transpose2d(x, W, stride=stride)[0, 0].astype(int))

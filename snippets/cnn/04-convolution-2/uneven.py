import numpy as np

from lessons.cnn.conv.transpose import conv_transpose2d

flat = np.ones((1, 1, 12, 12))
print("커널  스트라이드  가운데에 닿은 도장의 수")
for stride in (2, 3):
    for k in range(2, 7):
        W = np.ones((1, 1, k, k))
        y = conv_transpose2d(flat, W, stride=stride)[0, 0, 12:18, 12:18]
        print(f"{k:3} {stride:8}      {np.unique(y).astype(int)}")

W = np.outer([0.5, 1, 0.5], [0.5, 1, 0.5])[None, None]
y = conv_transpose2d(flat, W, stride=2)[0, 0, 12:18, 12:18]
print("커널 [0.5, 1, 0.5], 스트라이드 2에서 닿은 값의 합:", np.unique(y))

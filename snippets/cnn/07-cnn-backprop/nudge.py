import numpy as np

from lessons.cnn.convolution import cross_correlate2d

x = np.array([[1.0, 2, 0], [0, 1, 3], [2, 1, 1]])
W = np.array([[1.0, 2], [3, 4]])
dy = np.array([[1.0, 0], [2, -1]])


def loss(x, W):
    return np.sum(dy * cross_correlate2d(x, W))


for u, v in np.ndindex(W.shape):
    moved = W.copy()
    moved[u, v] += 0.01
    print(f"W[{u}, {v}]에 0.01: 손실이 {loss(x, moved) - loss(x, W):+.2f}")

moved = x.copy()
moved[1, 1] += 0.01
change = cross_correlate2d(moved, W) - cross_correlate2d(x, W)
print("x[1, 1]에 0.01: 출력이", change.round(2).tolist())
print(f"                손실이 {loss(moved, W) - loss(x, W):+.2f}")

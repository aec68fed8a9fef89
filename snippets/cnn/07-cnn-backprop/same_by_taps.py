import numpy as np

from lessons.cnn.backward import conv2d_backward

x = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1]])
W = np.array([[1, 2], [3, 4]])
dy = np.array([[1, 0], [2, -1]])
dx, dW, db = conv2d_backward(*(a[None, None] for a in (dy, x, W)))
print("dW =", dW[0, 0].astype(int).tolist(), " db =", db)
print("dx =", dx[0, 0].astype(int).tolist())

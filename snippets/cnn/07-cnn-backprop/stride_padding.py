import numpy as np

from lessons.cnn.backward import conv2d_backward

x = np.array([[1, 2, 0, 1], [0, 1, 3, 2], [2, 1, 1, 0], [1, 0, 2, 4]])
W = np.array([[1, 2], [3, 4]])
dy = np.array([[1, 0], [2, -1]])


def backward(dy, **options):
    arrays = (a[None, None] for a in (dy, x, W))
    dx, dW, _ = conv2d_backward(*arrays, **options)
    return dx[0, 0].astype(int), dW[0, 0].astype(int)


dx, dW = backward(dy, stride=2)
print("스트라이드 2의 dx:")
print(dx)
print("스트라이드 2의 dW:", dW.tolist())

dx, _ = backward(np.ones((1, 1)), stride=3)
print("스트라이드 3의 dx:")
print(dx)

dx, _ = backward(np.ones((3, 3)), stride=2, padding=1)
print("스트라이드 2, 패딩 1의 dx:")
print(dx)

import numpy as np

from lessons.cnn.backward import conv2d_backward
from lessons.cnn.conv.fast import conv2d

rng = np.random.default_rng(0)
stride, padding = 2, 1
x, W = rng.normal(size=(2, 3, 9, 7)), rng.normal(size=(4, 3, 3, 3))
dy = rng.normal(size=conv2d(x, W, None, stride, padding).shape)
dx, dW, _ = conv2d_backward(dy, x, W, stride, padding)

# dW: x를 그림으로, dy를 커널로. 배치와 채널의 자리를 바꾸고, 스트라이드는 팽창이 된다
same_dW = conv2d(x.swapaxes(0, 1), dy.swapaxes(0, 1), None, 1, padding, stride)
print("conv2d로 구한 dW가 같은가:", np.allclose(same_dW.swapaxes(0, 1), dW))

# dx: 사이에 0을 넣은 dy를 그림으로, 뒤집고 채널을 바꾼 W를 커널로
N, C_out, h, w = dy.shape
stuffed = np.zeros((N, C_out, stride * (h - 1) + 1, stride * (w - 1) + 1))
stuffed[:, :, ::stride, ::stride] = dy
turned = W.swapaxes(0, 1)[:, :, ::-1, ::-1]
same_dx = conv2d(stuffed, turned, None, padding=W.shape[2] - 1 - padding)
print("conv2d로 구한 dx가 같은가:", np.allclose(same_dx, dx))

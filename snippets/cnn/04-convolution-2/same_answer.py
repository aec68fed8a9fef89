import numpy as np
import torch
import torch.nn.functional as F

from lessons.cnn import convolution
from lessons.cnn.conv.fast import conv2d, conv2d_input, conv2d_weight

rng = np.random.default_rng(0)
worst = {"반복문의 출력": 0.0, "출력": 0.0, "입력의 기울기": 0.0, "커널의 기울기": 0.0}
for _ in range(100):
    groups = int(rng.integers(1, 4))
    c_in, c_out = groups * rng.integers(1, 4, 2)
    stride, dilation = rng.integers(1, 4, (2, 2)).tolist()
    padding, kernel = rng.integers(0, 3, 2).tolist(), rng.integers(1, 4, 2)
    x = rng.normal(size=(2, c_in, *rng.integers(7, 12, 2)))
    W = rng.normal(size=(c_out, c_in // groups, *kernel))
    options = [tuple(stride), tuple(padding), tuple(dilation), groups]

    y = conv2d(x, W, None, *options)
    X, K = (torch.tensor(a, requires_grad=True) for a in (x, W))
    theirs = F.conv2d(X, K, None, *options)
    dy = rng.normal(size=y.shape)
    theirs.backward(torch.tensor(dy))
    found = [
        y - convolution.conv2d(x, W, None, *options),
        y - theirs.detach().numpy(),
        conv2d_input(x.shape, W, dy, *options) - X.grad.numpy(),
        conv2d_weight(x, W.shape, dy, *options) - K.grad.numpy(),
    ]
    for name, error in zip(worst, found, strict=True):
        worst[name] = max(worst[name], np.abs(error).max())

for name, error in worst.items():
    print(f"{name}: 100가지 설정에서 가장 큰 차이가 1e-11보다 작은가", error < 1e-11)

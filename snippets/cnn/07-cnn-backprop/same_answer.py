import numpy as np
import torch
import torch.nn.functional as F

from lessons.cnn.backward import conv2d_backward
from lessons.cnn.conv.fast import conv2d_input, conv2d_weight

rng = np.random.default_rng(0)
worst = {"PyTorch의 dx, dW, db": 0.0, "4장의 빠른 dx, dW": 0.0}
for _ in range(50):
    groups = int(rng.integers(1, 4))
    c_in, c_out = groups * rng.integers(1, 4, 2)
    stride, dilation = rng.integers(1, 4, (2, 2)).tolist()
    padding, kernel = rng.integers(0, 3, 2).tolist(), rng.integers(1, 4, 2)
    x = rng.normal(size=(2, c_in, *rng.integers(7, 12, 2)))
    W = rng.normal(size=(c_out, c_in // groups, *kernel))
    options = [tuple(stride), tuple(padding), tuple(dilation), groups]

    X, K, B = (torch.tensor(a, requires_grad=True) for a in (x, W, np.zeros(c_out)))
    y = F.conv2d(X, K, B, *options)
    dy = rng.normal(size=y.shape)
    y.backward(torch.tensor(dy))
    ours = conv2d_backward(dy, x, W, *options)
    fast = (
        conv2d_input(x.shape, W, dy, *options),
        conv2d_weight(x, W.shape, dy, *options),
    )
    theirs = [a.grad.numpy() for a in (X, K, B)]
    for name, others in zip(worst, (theirs, fast), strict=True):
        gaps = (np.abs(a - b).max() for a, b in zip(ours, others, strict=False))
        worst[name] = max(worst[name], *gaps)

for name, gap in worst.items():
    print(f"{name}: 50가지 설정에서 가장 큰 차이가 1e-11보다 작은가", gap < 1e-11)

import numpy as np
import torch
import torch.nn.functional as F

from lessons.cnn.convolution import conv2d
from lessons.cnn.convolution_torch import conv_layer

rng = np.random.default_rng(0)
x = rng.normal(size=(2, 4, 11, 13))
W = rng.normal(size=(6, 2, 3, 2))
b = rng.normal(size=6)
options = dict(stride=(2, 1), padding=(1, 2), dilation=(1, 3), groups=2)

ours = conv2d(x, W, b, **options)
function = F.conv2d(*map(torch.from_numpy, (x, W, b)), **options).numpy()
layer = conv_layer(W, b, **options)
with torch.no_grad():
    from_layer = layer(torch.from_numpy(x)).numpy()

print("출력 모양:", ours.shape)
for name, theirs in (("F.conv2d", function), ("nn.Conv2d", from_layer)):
    gap = np.abs(ours - theirs).max()
    print(f"{name}와 가장 크게 다른 칸의 차이가 1e-12보다 작은가:", gap < 1e-12)

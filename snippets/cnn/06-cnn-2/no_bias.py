import numpy as np

from lessons import nn
from lessons.cnn.batch_norm import BatchNorm2d
from lessons.cnn.conv.layers import Conv2d

rng = np.random.default_rng(0)
conv = Conv2d(1, 4, 3, rng=rng)
model = nn.Sequential(conv, BatchNorm2d(4), nn.ReLU(), nn.Flatten())
x = rng.normal(size=(16, 1, 6, 6))
y = model(x)
y.backward(rng.normal(size=y.shape))
print("편향의 기울기가 0인가:", np.allclose(conv.bias.grad, 0))
before = y.data
conv.bias.data += 100
print("편향을 100 올려도 같은가:", np.allclose(model(x).data, before))

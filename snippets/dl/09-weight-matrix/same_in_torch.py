import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from lessons.dl.affine import affine, one_hot
from lessons.dl.affine_torch import linear

rng = np.random.default_rng(0)
X, W, b = rng.normal(size=(5, 3)), rng.normal(size=(3, 2)), rng.normal(size=2)
print(f"가장 큰 차이: {abs(affine(X, W, b) - linear(X, W, b)).max():.12f}")

y = rng.integers(0, 4, (2, 3))
ours, theirs = one_hot(y, 4), F.one_hot(torch.tensor(y), 4)
print("원-핫:", ours.shape, ours.dtype, np.array_equal(ours, theirs))

layer = nn.Linear(3, 2)
print("nn.Linear(3, 2)의 가중치:", tuple(layer.weight.shape))
turned = layer.weight.T
print("전치:", tuple(turned.shape), turned.data_ptr() == layer.weight.data_ptr())

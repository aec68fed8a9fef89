import numpy as np
import torch

from lessons.artifacts import load
from lessons.cnn import lenet_torch
from lessons.cnn.lenet import FASHION_MEAN, FASHION_STD, lenet5
from lessons.datasets import load_fashion_mnist

weights = load("cnn/lenet_fashion")
ours = lenet5(rng=np.random.default_rng(0))
ours.load_state_dict(weights)

theirs = lenet_torch.lenet5().double()
theirs.load_state_dict({k: torch.from_numpy(v) for k, v in weights.items()})

X, _ = load_fashion_mnist(train=False)
x = (X[:100, None] / 255 - FASHION_MEAN) / FASHION_STD
with torch.inference_mode():
    gap = np.abs(ours(x).data - theirs(torch.from_numpy(x)).numpy()).max()
print("이름이 모두 같다:", list(ours.state_dict()) == list(theirs.state_dict()))
print("로짓의 차이가 1e-12보다 작다:", gap < 1e-12)

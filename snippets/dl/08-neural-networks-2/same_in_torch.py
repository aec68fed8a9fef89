import numpy as np
import torch
from torch import nn

from lessons.datasets import make_moons
from lessons.dl.layers import Linear, Tanh
from lessons.dl.layers_torch import to_torch, train_torch
from lessons.dl.mlp_training import build_mlp, train

rng = np.random.default_rng(0)
torch.manual_seed(0)
X, y = make_moons(50, noise=0.1, rng=rng)
ours = build_mlp([2, 8, 8, 1], Tanh, rng=rng)
theirs = to_torch(ours)
print("W의 모양:", ours.layers[0].W.shape, "→", tuple(theirs[0].weight.shape))

losses = train(ours, X, y, lr=0.5, steps=200)
losses_torch = train_torch(theirs, X, y, lr=0.5, steps=200)
print(f"200걸음 손실의 가장 큰 차이: {abs(losses - losses_torch).max():.12f}")

mine, default = Linear(100, 400, rng=rng).W, nn.Linear(100, 400).weight
print(f"처음 값의 끝: {abs(mine).max():.3f}, {default.abs().max():.3f}")
print(f"표준 편차: {mine.std():.3f}, {default.std():.3f}")
he = nn.init.kaiming_normal_(torch.empty(400, 100), nonlinearity="relu")
print(f"He로 다시 뽑은 표준 편차: {he.std():.2f}, 식으로는 {np.sqrt(2 / 100):.2f}")

import numpy as np
import torch
from torch.nn import functional as F

from lessons.dl.linear_regression import LinearRegression
from lessons.dl.linear_regression_torch import fit_linear

rng = np.random.default_rng(0)
X = rng.normal(size=(101, 7))
y = rng.normal(size=101)

ours = LinearRegression().fit(X, y)
layer = fit_linear(torch.from_numpy(X), torch.from_numpy(y))
w, b = layer.weight.detach().numpy(), layer.bias.item()
print("모양:", w.shape, tuple(layer.bias.shape))
print("w의 차이 < 1e-12:", bool(abs(w[0] - ours.coef_).max() < 1e-12))
print("b의 차이 < 1e-12:", abs(b - ours.intercept_) < 1e-12)

y_hat = layer(torch.from_numpy(X))[:, 0]  # (101, 1)을 (101,)로 맞춘다
F.mse_loss(y_hat, torch.from_numpy(y)).backward()
print("손실의 기울기 < 1e-12:", bool(layer.weight.grad.abs().max() < 1e-12))

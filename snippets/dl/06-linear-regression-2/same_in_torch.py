import numpy as np
import torch

from lessons.datasets import load_diabetes
from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression_gd import LinearRegressionGD, mse_gradient
from lessons.dl.linear_regression_gd_torch import fit_sgd
from lessons.dl.ridge import Ridge

X, y = load_diabetes(scaled=False)
Z = StandardScaler().fit_transform(X)
Zt, yt = torch.from_numpy(Z), torch.from_numpy(y)

w = torch.linspace(-1, 1, 10, dtype=torch.float64, requires_grad=True)
torch.nn.functional.mse_loss(Zt @ w, yt).backward()
ours = mse_gradient(Z, y, w.detach().numpy())
print(f"기울기의 차이 {abs(ours - w.grad.numpy()).max():.9f}")

model = LinearRegressionGD(lr=0.2, max_iter=300, tol=0).fit(Z, y)
layer = fit_sgd(Zt, yt, lr=0.2, steps=300)
gap = abs(model.coef_ - layer.weight.detach().numpy()[0]).max()
print(f"300걸음 뒤 가중치의 차이 {gap:.9f}")

ridge = Ridge(50.0).fit(Z, y)
layer = fit_sgd(Zt, yt, lr=0.2, steps=600, alpha=50.0)
gap = abs(ridge.coef_ - layer.weight.detach().numpy()[0]).max()
print(f"릿지와 weight_decay의 차이 {gap:.9f}")
print("편향은 y의 평균인가:", bool(np.isclose(layer.bias.item(), y.mean())))

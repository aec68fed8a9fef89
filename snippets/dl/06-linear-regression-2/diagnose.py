import numpy as np

from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression_gd import mse_gradient

raw = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
y = np.array([19.0, 23, 27, 35])
print("평균:", raw.mean(axis=0), "표준 편차:", raw.std(axis=0))
standard = StandardScaler().fit_transform(raw)

for name, X, lr in (
    ("그대로", raw, 0.0025),
    ("그대로", raw, 0.0015),
    ("표준화", standard, 0.4),
):
    X = np.column_stack([X, np.ones(4)])
    w, losses = np.zeros(3), []
    for _ in range(31):
        losses.append(np.mean((X @ w - y) ** 2))
        w = w - lr * mse_gradient(X, y, w)
    print(f"{name}, η = {lr}: 손실", *(f"{losses[t]:.4g}" for t in (0, 10, 20, 30)))

import numpy as np

from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression_gd import LinearRegressionGD, condition_number

X = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
y = np.array([19.0, 23, 27, 35])

for with_mean, with_std, name in (
    (False, False, "그대로"),
    (True, False, "평균만 빼기"),
    (False, True, "나누기만"),
    (True, True, "표준화"),
):
    scaler = StandardScaler(with_mean=with_mean, with_std=with_std)
    Z = scaler.fit_transform(X)
    model = LinearRegressionGD(max_iter=50_000).fit(Z, y)
    kappa = condition_number(np.column_stack([Z, np.ones(4)]))
    w = model.coef_ / scaler.scale_
    b = model.intercept_ - scaler.mean_ @ w
    print(f"{name}: κ {kappa:7.1f}, {model.n_iter_:5d}걸음, ", end="")
    print(f"w ({w[0]:.3f}, {w[1]:.3f}), b {b:.3f}")

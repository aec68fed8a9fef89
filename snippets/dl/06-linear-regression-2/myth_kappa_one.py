import numpy as np

from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression_gd import condition_number

rng = np.random.default_rng(0)
a, b = rng.standard_normal((2, 10_000))
for closeness in (0, 0.5, 0.9, 0.99):
    twin = closeness * a + np.sqrt(1 - closeness**2) * b
    Z = StandardScaler().fit_transform(np.column_stack([a, 100 * twin]))
    rho = (Z[:, 0] * Z[:, 1]).mean()
    kappa = (1 + abs(rho)) / (1 - abs(rho))
    print(
        f"상관계수 {rho:5.2f}: 표준화한 κ {condition_number(Z):6.2f}, 식 {kappa:6.2f}"
    )

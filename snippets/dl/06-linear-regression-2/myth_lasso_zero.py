import numpy as np

from lessons.dl.features import StandardScaler
from lessons.dl.ridge import Lasso, Ridge

for seed in range(5):
    rng = np.random.default_rng(seed)
    cause = rng.standard_normal(20)
    X = cause[:, None] + 0.1 * rng.standard_normal((20, 2))
    y = 3 * cause + 2 * rng.standard_normal(20)
    Z = StandardScaler().fit_transform(X)
    correlation = [np.corrcoef(column, y)[0, 1] for column in Z.T]
    lasso = Lasso(0.3, max_iter=10_000).fit(Z, y).coef_
    ridge = Ridge(5).fit(Z, y).coef_
    print(f"상관 {correlation[0]:.2f} {correlation[1]:.2f}, ", end="")
    print(f"라쏘 {lasso[0]:.2f} {lasso[1]:.2f}, 릿지 {ridge[0]:.2f} {ridge[1]:.2f}")

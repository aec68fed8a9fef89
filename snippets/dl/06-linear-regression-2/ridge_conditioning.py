import numpy as np

from lessons.datasets import load_diabetes
from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression_gd import condition_number
from lessons.dl.ridge import Ridge

X, y = load_diabetes(scaled=False)
train, test = slice(None, None, 5), slice(1, None, 5)
scaler = StandardScaler().fit(X[train])
Z, Z_test = scaler.transform(X[train]), scaler.transform(X[test])
D = Z.shape[1]
for alpha in (0, 1, 10, 100, 1000):
    model = Ridge(alpha).fit(Z, y[train])
    tall = np.vstack([Z, np.sqrt(alpha) * np.eye(D)])
    print(f"α = {alpha:4d}: κ {condition_number(tall):6.1f}, ", end="")
    print(f"‖w‖ {np.linalg.norm(model.coef_):5.1f}, ", end="")
    print(f"훈련 R² {model.score(Z, y[train]):.3f}, ", end="")
    print(f"테스트 R² {model.score(Z_test, y[test]):.3f}")

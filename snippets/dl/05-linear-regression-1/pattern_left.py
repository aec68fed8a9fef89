import numpy as np

from lessons.data.anscombe import load_anscombe
from lessons.dl.linear_regression import LinearRegression

sets = load_anscombe()
for name in ("I", "II"):
    x, y = sets[name]
    order = np.argsort(x)
    X, y = x[order, None], y[order]
    r = y - LinearRegression().fit(X, y).predict(X)
    signs = "".join("+" if r_i > 0 else "-" for r_i in r)
    print(f"{name}: 상관계수 {np.corrcoef(X[:, 0], y)[0, 1]:.2f}, 잔차 {signs}")

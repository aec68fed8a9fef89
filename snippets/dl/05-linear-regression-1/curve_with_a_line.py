import numpy as np

from lessons.data.anscombe import load_anscombe
from lessons.dl.linear_regression import LinearRegression, mean_squared_error

x, y = load_anscombe()["II"]
line, curve = x[:, None], np.column_stack([x, x**2])

for name, X in [("x만", line), ("x와 x²", curve)]:
    model = LinearRegression().fit(X, y)
    mse = mean_squared_error(y, model.predict(X))
    print(f"{name}: 가중치 {model.coef_.round(2)}, MSE {mse:.6f}")

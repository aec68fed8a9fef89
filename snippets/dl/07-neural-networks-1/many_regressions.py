import numpy as np

from lessons.dl.linear_regression import LinearRegression

X = np.array([[1.0], [2.0], [3.0]])
minutes = LinearRegression().fit(X, [14, 22, 24])
fee = LinearRegression().fit(X, [3000, 3500, 4000])

W = np.column_stack([minutes.coef_, fee.coef_])
b = np.array([minutes.intercept_, fee.intercept_])
print("W:", W.round(6).tolist(), " b:", b.round(6).tolist())

x = np.array([[4.0]])
print("층 하나:  ", (x @ W + b).round(6))
print("회귀 두 개:", minutes.predict(x).round(6), fee.predict(x).round(6))

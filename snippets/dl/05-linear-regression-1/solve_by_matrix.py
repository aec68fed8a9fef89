import numpy as np

from lessons.dl.linear_regression import normal_equation

X = np.array([[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]])
y = np.array([14.0, 22.0, 24.0])

print("XᵀX =", (X.T @ X).tolist())
print("Xᵀy =", (X.T @ y).tolist())
w = normal_equation(X, y)
r = y - X @ w
print("w, b =", w.round(6))
print("잔차 =", r.round(6))
print("잔차는 X의 모든 열과 수직인가:", np.allclose(X.T @ r, 0))

import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = np.array([14.0, 22.0, 24.0])

X = np.column_stack([x, np.ones(3)])  # 모두 1인 열을 덧붙인다
print("XᵀX =", (X.T @ X).tolist())
print("Xᵀy =", (X.T @ y).tolist())
w = np.linalg.solve(X.T @ X, X.T @ y)  # 식 (5.13)
r = y - X @ w
print("w, b =", w.round(6))
print("잔차 =", r.round(6))
print("잔차는 X의 모든 열과 수직인가:", np.allclose(X.T @ r, 0))

import numpy as np

from lessons import Array


def ridge(X: Array, y: Array, alpha: float) -> tuple[Array, float]:
    """‖y − Xw − b‖² + α‖w‖²를 가장 작게 하는 w와 b. b에는 벌이 없다.

    X: (N, D), y: (N,). 둘 다 바꾸지 않는다
    반환: w (D,), b
    """
    x_mean, y_mean = X.mean(axis=0), y.mean()
    Z = X - x_mean
    w = np.linalg.solve(Z.T @ Z + alpha * np.eye(Z.shape[1]), Z.T @ (y - y_mean))
    return w, y_mean - x_mean @ w


X = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
y = np.array([19.0, 23, 27, 35])
for alpha in (0, 4, 400):
    w, b = ridge(X, y, alpha)
    print(f"α = {alpha}: w = {w.round(3)}, b = {b:.3f}")

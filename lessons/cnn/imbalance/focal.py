"""초점 손실로 배우는 로지스틱 회귀. 규제와 이름은 LogisticRegression과 같다.

출처: Lin 외 (2017)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons.arrays import finite
from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.ranking import positive
from lessons.cnn.imbalance.weights import sigmoid_focal_loss, sigmoid_focal_loss_grad
from lessons.scalars import number

# --8<-- [end:imports]


# --8<-- [start:FocalRegression]
class FocalRegression(LogisticRegression):
    """손실은 ½‖w‖² + C Σ 초점 손실. γ = 0이면 로지스틱 회귀다. 식 (13.8)

    fit 뒤: coef_ (D,), intercept_
    """

    def __init__(self, C: float = 1.0, gamma: float = 2.0) -> None:
        super().__init__(C)
        self.gamma = number("gamma", gamma, 0)

    def fit(self, X: ArrayLike, y: ArrayLike) -> "FocalRegression":
        """X: (N, D), y: (N,) 0과 1"""
        X, y = finite("X", X, "N, D"), positive(y).astype(float)
        finite("y", y, "N", N=len(X))
        A, b = np.column_stack([X, np.ones(len(X))]), np.zeros(X.shape[1] + 1)
        keep = np.append(np.ones(X.shape[1]), 0)  # 편향은 누르지 않는다
        how = {"alpha": -1, "gamma": self.gamma}

        def loss(b):
            focal = sigmoid_focal_loss(A @ b, y, **how, reduction="sum")
            return 0.5 * keep @ b**2 + self.C * focal

        def slope(z):
            return self.C * sigmoid_focal_loss_grad(z, y, **how)

        for _ in range(200):
            z = A @ b
            g = A.T @ slope(z) + keep * b
            bend = (slope(z + 1e-4) - slope(z - 1e-4)) / 2e-4
            h = np.maximum(bend, 0) + 1e-9  # 크게 틀린 샘플에서는 아래로 휜다
            step, t = np.linalg.solve((A.T * h) @ A + np.diag(keep), g), 1.0
            while loss(b - t * step) > loss(b) and t > 1e-8:
                t /= 2
            b = b - t * step
            if g @ step < 1e-14 * (1 + loss(b)):
                break
        self.coef_, self.intercept_ = b[:-1], float(b[-1])
        return self


# --8<-- [end:FocalRegression]

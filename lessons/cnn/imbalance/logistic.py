"""로지스틱 회귀를 뉴턴법으로. 샘플마다 무게를 줄 수 있다.

이름과 기본값은 scikit-learn을 따른다. 편향은 누르지 않는다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite
from lessons.cnn.imbalance.ranking import positive, weights
from lessons.dl.activations import sigmoid
from lessons.scalars import fitted, number

# --8<-- [end:imports]


# --8<-- [start:LogisticRegression]
class LogisticRegression:
    """0과 1을 가르는 로지스틱 회귀. 손실은 ½‖w‖² + C Σ 무게·교차 엔트로피

    fit 뒤: coef_ (D,), intercept_
    """

    def __init__(self, C: float = 1.0) -> None:
        self.C = number("C", C, above=0)

    def fit(
        self, X: ArrayLike, y: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> "LogisticRegression":
        """X: (N, D), y: (N,) 0과 1, sample_weight: (N,)"""
        X = finite("X", X, "N, D")
        y, w = positive(y), self.C * weights(sample_weight, len(X))
        finite("y", y, "N", N=len(X))
        A, b = np.column_stack([X, np.ones(len(X))]), np.zeros(X.shape[1] + 1)
        keep = np.append(np.ones(X.shape[1]), 0)  # 편향은 누르지 않는다

        def loss(b):
            u = np.where(y, 1, -1) * (A @ b)
            return 0.5 * keep @ b**2 + w @ np.logaddexp(0, -u)

        for _ in range(100):
            p = sigmoid(A @ b)
            g = A.T @ (w * (p - y)) + keep * b
            H = (A * (w * p * (1 - p))[:, None]).T @ A + np.diag(keep + 1e-12)
            step, t = np.linalg.solve(H, g), 1.0
            while loss(b - t * step) > loss(b) and t > 1e-8:
                t /= 2
            b = b - t * step
            if g @ step < 1e-18 * (1 + loss(b)):
                break
        self.coef_, self.intercept_ = b[:-1], float(b[-1])
        return self

    def decision_function(self, X: ArrayLike) -> Array:
        """로짓. X: (N, D), 반환: (N,)"""
        fitted(self, "coef_")
        return finite("X", X, "N, D", D=len(self.coef_)) @ self.coef_ + self.intercept_

    def predict_proba(self, X: ArrayLike) -> Array:
        """두 클래스의 확률. 반환: (N, 2), 둘째 열이 양성"""
        z = self.decision_function(X)
        return np.column_stack([sigmoid(-z), sigmoid(z)])
# --8<-- [end:LogisticRegression]

"""선형 서포트 벡터 머신. 두 클래스 사이의 길을 가장 넓게 낸다.

기호: X (N, D) 특성, s (N,) +1이나 -1인 클래스, w (D,)와 b 경계, C 벌의 세기,
    alpha (N,) 점마다 길을 미는 힘
출처: Cortes & Vapnik (1995)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import classes, finite
from lessons.dl.interior_point import interior_point
from lessons.scalars import count, fitted, number

# --8<-- [end:imports]


# --8<-- [start:hinge_objective]
def hinge_objective(
    w: ArrayLike, b: float, X: ArrayLike, s: ArrayLike, C: float = 1.0
) -> float:
    """½‖w‖² + C Σ max(0, 1 - s(w·x + b)). 식 (2.8)

    w: (D,), X: (N, D), s: (N,) +1이나 -1
    """
    X = finite("X", X, "N, D")
    w = finite("w", w, "D", D=X.shape[1])
    s = finite("s", s, "N", N=len(X))
    if (abs(s) != 1).any():
        raise ValueError("s: +1이나 -1을 넣는다. 0과 1이면 2 * s - 1로 바꾼다.")
    b, C = number("b", b), number("C", C, above=0)
    inside = np.maximum(0, 1 - s * (X @ w + b))
    return float(w @ w / 2 + C * inside.sum())
# --8<-- [end:hinge_objective]


# --8<-- [start:LinearSVC]
class LinearSVC:
    """힌지 손실의 선형 SVM. scikit-learn의 SVC(kernel="linear")와 같은 답을 낸다.

    C: 길 안에 든 점을 벌하는 세기. 클수록 단단하다
    배운 값: coef_ (1, D), intercept_ (1,), support_ 서포트 벡터의 번호,
        support_vectors_, dual_coef_ (1, 서포트 벡터의 수)
    오류: 클래스가 둘이 아니거나, 모양이 안 맞거나, C가 양수가 아니면 ValueError
    """

    def __init__(self, *, C: float = 1.0, max_iter: int = 1000) -> None:
        self.C, self.max_iter = C, max_iter

    def fit(self, X: ArrayLike, y: ArrayLike) -> "LinearSVC":
        """X: (N, D), y: (N,)"""
        X = finite("X", X, "N, D")
        y = classes("y", y, "N", N=len(X))
        C, max_iter = number("C", self.C, above=0), count("max_iter", self.max_iter)
        self.classes_ = np.unique(y)
        if len(self.classes_) != 2:
            raise ValueError(
                f"클래스가 둘이어야 한다. {len(self.classes_)}개가 왔다. "
                "셋 이상이면 하나와 나머지로 나누어 여러 번 배운다."
            )
        s = np.where(y == self.classes_[1], 1.0, -1.0)
        A = s[:, None] * np.column_stack([X, np.ones(len(X))])
        v, alpha = interior_point(A, C, max_iter)
        self.coef_, self.intercept_ = v[None, :-1], v[-1:]
        self.support_ = np.flatnonzero(alpha > 1e-6 * alpha.max())
        self.support_vectors_ = X[self.support_]
        self.dual_coef_ = (alpha * s)[None, self.support_]
        return self

    @property
    def margin_(self) -> float:
        """길의 너비 2/‖w‖. 식 (2.6)"""
        fitted(self, "coef_")
        return float(2 / np.linalg.norm(self.coef_))

    def decision_function(self, X: ArrayLike) -> Array:
        """w·x + b. 길의 가장자리에서 ±1이다. X: (N, D), 반환: (N,)"""
        fitted(self, "coef_")
        X = finite("X", X, "N, D", D=self.coef_.shape[1])
        return X @ self.coef_[0] + self.intercept_[0]

    def predict(self, X: ArrayLike) -> np.ndarray:
        """X: (N, D), 반환: (N,)"""
        positive = self.decision_function(X) > 0
        return self.classes_[positive.astype(int)]

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        """맞힌 비율"""
        y_hat = self.predict(X)
        return float(np.mean(y_hat == classes("y", y, "N", N=len(y_hat))))
# --8<-- [end:LinearSVC]

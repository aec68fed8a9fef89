"""퍼셉트론. 틀릴 때만 가중치를 고치는 가장 오래된 뉴런이다.

기호: X (N, D) 특성, y (N,) 두 클래스의 레이블, w (D,) 가중치, b 편향
출처: Rosenblatt (1958)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import classes, finite
from lessons.scalars import count, fitted, flag, generator, number

# --8<-- [end:imports]


# --8<-- [start:as_signs]
def as_signs(y: ArrayLike, N: int) -> tuple[Array, Array]:
    """두 클래스의 레이블을 −1과 1로 바꾼다.

    y: (N,) 값이 두 가지인 레이블
    반환: 클래스 (2,)와 부호 (N,). 정렬해서 뒤에 오는 클래스가 1이다
    오류: 모양이 (N,)이 아니거나 클래스가 둘이 아니면 ValueError
    """
    y = classes("y", y, "N", N=count("N", N))
    two = np.unique(y)
    if len(two) != 2:
        raise ValueError(
            f"클래스가 둘이어야 한다. {len(two)}개가 왔다. "
            "둘씩 골라 나누어 배우게 한다."
        )
    return two, np.where(y == two[1], 1.0, -1.0)
# --8<-- [end:as_signs]


# --8<-- [start:Perceptron]
class Perceptron:
    """퍼셉트론. 이름과 기본값은 scikit-learn을 따르고, 다 맞히면 멈춘다.

    max_iter: 데이터를 많아야 몇 바퀴 도는가
    shuffle: 참이면 바퀴마다 순서를 섞고, 그때 쓸 rng가 있어야 한다
    eta0: 한 번 고칠 때의 학습률
    """

    def __init__(
        self,
        *,
        fit_intercept: bool = True,
        max_iter: int = 1000,
        shuffle: bool = True,
        eta0: float = 1.0,
        rng: np.random.Generator | None = None,
    ) -> None:
        self.fit_intercept, self.max_iter = fit_intercept, max_iter
        self.shuffle, self.eta0, self.rng = shuffle, eta0, rng

    def fit(self, X: ArrayLike, y: ArrayLike) -> "Perceptron":
        """X: (N, D), y: (N,). 바퀴마다 틀린 수를 mistakes_에 남긴다."""
        X = finite("X", X, "N, D")
        max_iter = count("max_iter", self.max_iter)
        eta0 = number("eta0", self.eta0, above=0)
        intercept = flag("fit_intercept", self.fit_intercept)
        rng = generator("rng", self.rng) if flag("shuffle", self.shuffle) else None
        self.classes_, s = as_signs(y, len(X))
        w, b = np.zeros(X.shape[1]), 0.0
        order = np.arange(len(X))
        self.mistakes_ = []
        while len(self.mistakes_) < max_iter:
            if rng is not None:
                rng.shuffle(order)
            wrong = 0
            for i in order:
                if s[i] * (w @ X[i] + b) <= 0:
                    w = w + eta0 * s[i] * X[i]  # 식 (7.3)
                    b = b + eta0 * s[i] * intercept
                    wrong += 1
            self.mistakes_.append(wrong)
            if wrong == 0:
                break
        self.coef_, self.intercept_ = w[np.newaxis], np.array([b])
        self.n_iter_ = len(self.mistakes_)
        return self

    def decision_function(self, X: ArrayLike) -> Array:
        """가중합 z. 식 (7.1). X: (N, D), 반환: (N,)"""
        fitted(self, "coef_")
        X = finite("X", X, "N, D", D=self.coef_.shape[1])
        return X @ self.coef_[0] + self.intercept_[0]

    def predict(self, X: ArrayLike) -> Array:
        """z가 0보다 크면 뒤의 클래스. 식 (7.2). X: (N, D), 반환: (N,)"""
        z = self.decision_function(X)
        return self.classes_[(z > 0).astype(int)]

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        """맞힌 비율. X: (N, D), y: (N,)"""
        y_hat = self.predict(X)
        return float(np.mean(y_hat == classes("y", y, "N", N=len(y_hat))))
# --8<-- [end:Perceptron]

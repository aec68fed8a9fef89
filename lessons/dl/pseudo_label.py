"""의사 레이블. 모델이 확신하는 예측을 레이블로 삼아 다시 배운다.

기호: X (N, D) 점, y (N,) 클래스 번호(레이블이 없으면 -1), p (N, K) 확률
출처: Lee (2013). 되풀이하는 틀은 scikit-learn의 SelfTrainingClassifier와 같다
"""

# --8<-- [start:imports]
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, integers, probabilities
from lessons.dl.kmeans import squared_distances
from lessons.scalars import count, function, number

# --8<-- [end:imports]


# --8<-- [start:pseudo_label]
def pseudo_label(p: ArrayLike, threshold: float = 0.75) -> np.ndarray:
    """가장 큰 확률이 threshold를 넘는 예측만 레이블로 삼는다. 식 (4.14)

    p: (N, K) 확률, 반환: (N,) 클래스 번호, 확신이 모자라면 -1
    오류: 행의 합이 1이 아니거나 threshold가 [0, 1) 밖이면 ValueError
    """
    p = probabilities("p", p, "N, K")
    threshold = number("threshold", threshold, 0, below=1)
    return np.where(p.max(axis=1) > threshold, p.argmax(axis=1), -1)
# --8<-- [end:pseudo_label]


# --8<-- [start:centroid_proba]
def centroid_proba(
    X: ArrayLike, y: ArrayLike, X_new: ArrayLike, scale: float = 1.0
) -> Array:
    """클래스의 평균에 가까울수록 큰 확률을 준다. 식 (4.13)

    X: (N, D), y: (N,) 0부터 K-1까지의 클래스, X_new: (M, D), 반환: (M, K)
    오류: 샘플이 없는 클래스가 있거나 scale이 양수가 아니면 ValueError
    """
    X = finite("X", X, "N, D")
    y = integers("y", y, "N", N=len(X), low=0)
    X_new = finite("X_new", X_new, "M, D", D=X.shape[1])
    scale = number("scale", scale, above=0)
    classes = np.unique(y)
    if not np.array_equal(classes, np.arange(len(classes))):
        raise ValueError(
            "y: 0부터 K-1까지의 클래스가 빠짐없이 있어야 한다. "
            f"받은 클래스: {classes.tolist()}."
        )
    centers = np.stack([X[y == k].mean(axis=0) for k in classes])
    d2 = squared_distances(X_new, centers)
    # 가장 가까운 거리를 먼저 빼면 비율은 그대로이고 모두 0이 되는 일이 없다.
    near = np.exp(-(d2 - d2.min(axis=1, keepdims=True)) / (2 * scale**2))
    return near / near.sum(axis=1, keepdims=True)
# --8<-- [end:centroid_proba]


# --8<-- [start:self_training]
def self_training(
    fit_proba: Callable[[Array, np.ndarray, Array], Array],
    X: ArrayLike, y: ArrayLike, threshold: float = 0.75, max_iter: int = 10,
) -> np.ndarray:
    """배우고, 확신하는 예측을 레이블에 더하고, 다시 배우기를 되풀이한다.

    fit_proba: (X, y, X_new)를 받아 X_new의 확률을 돌려주는 함수
    y: (N,), 레이블이 없는 자리는 -1
    반환: (N,) 채운 레이블, 끝까지 못 채운 자리는 -1
    오류: 모양이 안 맞거나 레이블이 하나도 없으면 ValueError
    """
    X, fit_proba = finite("X", X, "N, D"), function("fit_proba", fit_proba)
    y = integers("y", y, "N", N=len(X), low=-1).copy()
    threshold = number("threshold", threshold, 0, below=1)
    max_iter = count("max_iter", max_iter)
    if (y == -1).all():
        raise ValueError("레이블이 하나도 없다. 클래스마다 하나 이상 붙인다.")
    for _ in range(max_iter):
        known = y != -1
        if known.all():
            break
        guess = pseudo_label(fit_proba(X[known], y[known], X[~known]), threshold)
        if (guess == -1).all():
            break
        y[~known] = guess
    return y
# --8<-- [end:self_training]

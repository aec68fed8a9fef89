"""무작위 특성: 첫 층은 뽑은 채로 두고 마지막 층만 한 번에 푼다.

기호: X (N, D), W (D, P) 배우지 않는 가중치, Phi (N, P) 특성, Y (N, K) 정답
출처: Belkin, Hsu, Ma, Mandal (2019)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite
from lessons.scalars import number

# --8<-- [end:imports]


# --8<-- [start:random_features]
def random_features(X: ArrayLike, W: ArrayLike) -> Array:
    """ReLU를 지난 무작위 특성 max(0, XW). 반환: (N, P)"""
    X = finite("X", X, "N, D")
    return np.maximum(X @ finite("W", W, "D, P", D=X.shape[1]), 0)


def least_norm(Phi: ArrayLike, Y: ArrayLike, alpha: float = 0.0) -> Array:
    """‖Φw − Y‖² + α‖w‖²이 가장 작은 w. 여럿이면 가장 짧은 것. 식 (14.9)

    Phi: (N, P), Y: (N, K), alpha: 0 이상, 반환: (P, K)
    """
    Phi = finite("Phi", Phi, "N, P")
    Y, alpha = finite("Y", Y, "N, K", N=len(Phi)), number("alpha", alpha, 0)
    U, s, Vt = np.linalg.svd(Phi, full_matrices=False)
    s = np.where(s > s[0] * max(Phi.shape) * np.finfo(float).eps, s, 0)
    shrunk = np.divide(s, s**2 + alpha, out=np.zeros_like(s), where=s > 0)
    return Vt.T @ (shrunk[:, None] * (U.T @ Y))
# --8<-- [end:random_features]

"""SMOTE: 적은 클래스의 샘플과 그 이웃을 잇는 선분 위에 새 점을 찍는다.

같은 난수를 뽑으면 imbalanced-learn의 SMOTE와 같은 점이 나온다.
출처: Chawla 외 (2002)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import classes, finite
from lessons.cnn.imbalance.sampling import wanted
from lessons.scalars import count, generator

# --8<-- [end:imports]


# --8<-- [start:neighbors]
def neighbors(P: Array, k: int) -> np.ndarray:
    """점마다 가까운 것부터 k개의 번호. 자기 자신은 뺀다. P: (n, D), 반환: (n, k)"""
    if len(P) <= k:
        raise ValueError(
            f"k_neighbors: 늘릴 클래스의 샘플이 {len(P)}개라 이웃 {k}개를 고를 수 "
            "없다. 이웃의 수를 줄인다."
        )
    far = np.stack([((P - p) ** 2).sum(axis=1) for p in P])
    np.fill_diagonal(far, -1)
    return np.argsort(far, axis=1, kind="stable")[:, 1 : k + 1]
# --8<-- [end:neighbors]


# --8<-- [start:SMOTE]
class SMOTE:
    """가까운 이웃 쪽으로 아무 데까지나 걸어간 점을 만든다. 식 (13.7)

    k_neighbors: 이웃의 수
    오류: 늘릴 클래스의 샘플이 k_neighbors + 1개보다 적으면 ValueError
    """

    def __init__(
        self,
        *,
        sampling_strategy="auto",
        rng: np.random.Generator,
        k_neighbors: int = 5,
    ) -> None:
        self.sampling_strategy = sampling_strategy
        self.rng, self.k = generator("rng", rng), count("k_neighbors", k_neighbors)

    def fit_resample(self, X: ArrayLike, y: ArrayLike) -> tuple[Array, np.ndarray]:
        """X: (N, D), y: (N,), 반환: 새 점을 뒤에 붙인 X와 y"""
        X = finite("X", X, "N, D")
        y = classes("y", y, "N", N=len(X))
        made, kinds = [X], [y]
        for name, members, n in wanted(y, self.sampling_strategy, over=True):
            P = X[members]
            drawn = self.rng.integers(0, len(P) * self.k, size=n)
            i, j = drawn // self.k, neighbors(P, self.k).ravel()[drawn]
            made.append(P[i] + self.rng.random((n, 1)) * (P[j] - P[i]))
            kinds.append(np.full(n, name, y.dtype))
        return np.concatenate(made), np.concatenate(kinds)
# --8<-- [end:SMOTE]

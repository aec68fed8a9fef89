"""k-평균. 점을 가까운 중심점에 묶고, 중심점을 묶음의 평균으로 옮긴다.

기호: X (N, D) 점, centers (K, D) 중심점, labels (N,) 점마다 묶음의 번호
출처: Lloyd (1982), k-means++는 Arthur, Vassilvitskii (2007)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, integers
from lessons.scalars import choice, count, fitted, generator, number

# --8<-- [end:imports]


# --8<-- [start:assign]
def squared_distances(X: ArrayLike, centers: ArrayLike) -> Array:
    """점과 중심점 사이 거리의 제곱. 식 (4.1)

    X: (N, D), centers: (K, D), 반환: (N, K)
    """
    X = finite("X", X, "N, D")
    centers = finite("centers", centers, "K, D", D=X.shape[1])
    return np.stack([((X - c) ** 2).sum(axis=1) for c in centers], axis=1)


def assign(X: ArrayLike, centers: ArrayLike) -> np.ndarray:
    """점마다 가장 가까운 중심점의 번호. 식 (4.3) 반환: (N,)"""
    return squared_distances(X, centers).argmin(axis=1)


def inertia(X: ArrayLike, centers: ArrayLike, labels: ArrayLike) -> float:
    """점에서 제 중심점까지 거리의 제곱을 모두 더한 값. 식 (4.2)"""
    X = finite("X", X, "N, D")
    centers = finite("centers", centers, "K, D", D=X.shape[1])
    labels = integers("labels", labels, "N", N=len(X), low=0, high=len(centers) - 1)
    return float(((X - centers[labels]) ** 2).sum())
# --8<-- [end:assign]


# --8<-- [start:move]
def fill_empty(X: ArrayLike, centers: ArrayLike, labels: ArrayLike) -> np.ndarray:
    """빈 묶음마다 제 중심점에서 가장 먼 점을 하나씩 데려온 번호. 반환: (N,)"""
    X = finite("X", X, "N, D")
    centers = finite("centers", centers, "K, D", D=X.shape[1])
    labels = integers("labels", labels, "N", N=len(X), low=0, high=len(centers) - 1)
    labels = labels.copy()
    for k in np.flatnonzero(np.bincount(labels, minlength=len(centers)) == 0):
        size, far = np.bincount(labels), ((X - centers[labels]) ** 2).sum(axis=1)
        labels[np.where(size[labels] > 1, far, -1).argmax()] = k
    return labels


def move(X: ArrayLike, centers: ArrayLike, labels: ArrayLike) -> Array:
    """빈 묶음을 채우고, 중심점을 제 묶음의 평균으로 옮긴다. 식 (4.4) 반환: (K, D)"""
    X = finite("X", X, "N, D")
    labels = fill_empty(X, centers, labels)
    return np.stack([X[labels == k].mean(axis=0) for k in range(len(centers))])
# --8<-- [end:move]


# --8<-- [start:lloyd]
def lloyd(
    X: ArrayLike, centers: ArrayLike, max_iter: int = 300, tol: float = 1e-4
) -> tuple[Array, np.ndarray, list[float]]:
    """할당과 이동을 번갈아 한다. 할당이 그대로면 중심점도 그대로여서 멈춘다.

    tol: 중심점이 움직인 거리의 제곱이 (특성마다 분산의 평균) × tol 이하면 멈춘다
    반환: 중심점 (K, D), 번호 (N,), 할당과 이동을 할 때마다의 관성
    """
    X = finite("X", X, "N, D")
    centers = finite("centers", centers, "K, D", D=X.shape[1])
    max_iter, tol = count("max_iter", max_iter), number("tol", tol, 0)
    small, history = tol * X.var(axis=0).mean(), []
    for _ in range(max_iter):
        labels = assign(X, centers)
        history.append(inertia(X, centers, labels))
        moved = move(X, centers, labels)
        history.append(inertia(X, moved, fill_empty(X, centers, labels)))
        shift, centers = ((moved - centers) ** 2).sum(), moved
        if shift <= small:
            break
    return centers, assign(X, centers), history
# --8<-- [end:lloyd]


# --8<-- [start:kmeans_plusplus]
def kmeans_plusplus(
    X: ArrayLike, n_clusters: int, *, rng: np.random.Generator
) -> tuple[Array, np.ndarray]:
    """이미 고른 점에서 멀수록 잘 뽑히게 출발점을 고른다. 식 (4.6)

    반환: 중심점 (K, D), 뽑힌 점의 번호 (K,)
    오류: 서로 다른 점이 n_clusters개보다 적으면 ValueError
    """
    X, rng = finite("X", X, "N, D"), generator("rng", rng)
    distinct = len(np.unique(X, axis=0))
    n_clusters = count("n_clusters", n_clusters, 1, distinct)
    chosen = [rng.integers(len(X))]
    while len(chosen) < n_clusters:
        nearest = squared_distances(X, X[chosen]).min(axis=1)
        chosen.append(rng.choice(len(X), p=nearest / nearest.sum()))
    return X[chosen], np.array(chosen)
# --8<-- [end:kmeans_plusplus]


# --8<-- [start:KMeans]
class KMeans:
    """k-평균 군집화. 이름과 기본값은 scikit-learn을 따른다.

    init: "k-means++", "random"(점을 고르게 뽑는다), 또는 (K, D) 출발점
    n_init: 출발 횟수. "auto"면 "random"만 10번, 나머지는 1번
    rng: init이 글자일 때 출발점을 뽑는 난수 발생기
    fit 뒤: cluster_centers_, labels_, inertia_, n_iter_,
        history_(가장 좋은 출발의, 반걸음마다의 관성)
    오류: init이나 n_init을 모르거나, 점이 모자라거나, 모양이 안 맞으면 ValueError
    """

    def __init__(
        self, n_clusters: int = 8, *, init: str | ArrayLike = "k-means++",
        n_init: str | int = "auto", max_iter: int = 300, tol: float = 1e-4,
        rng: np.random.Generator | None = None,
    ) -> None:
        self.n_clusters, self.init, self.n_init = n_clusters, init, n_init
        self.max_iter, self.tol, self.rng = max_iter, tol, rng

    def fit(self, X: ArrayLike) -> "KMeans":
        """X: (N, D). 여러 번 출발했으면 관성이 가장 작은 것을 남긴다."""
        X = finite("X", X, "N, D")
        K = count("n_clusters", self.n_clusters, 1, len(np.unique(X, axis=0)))
        best = np.inf
        for _ in range(self._starts()):
            centers, labels, history = lloyd(
                X, self._first_centers(X, K), self.max_iter, self.tol
            )
            total = inertia(X, centers, labels)
            if total < best:
                best, self.n_iter_ = total, len(history) // 2
                self.cluster_centers_, self.labels_ = centers, labels
                self.inertia_, self.history_ = total, history
        return self

    def predict(self, X: ArrayLike) -> np.ndarray:
        """새 점마다 가장 가까운 중심점의 번호. X: (N, D), 반환: (N,)"""
        fitted(self, "cluster_centers_")
        X = finite("X", X, "N, D", D=self.cluster_centers_.shape[1])
        return assign(X, self.cluster_centers_)

    def _starts(self) -> int:
        if not isinstance(self.n_init, str):
            return count("n_init", self.n_init)
        choice("n_init", self.n_init, ("auto",))
        return 10 if isinstance(self.init, str) and self.init == "random" else 1

    def _first_centers(self, X: Array, K: int) -> Array:
        if not isinstance(self.init, str):
            return finite("init", self.init, "K, D", K=K, D=X.shape[1])
        init = choice("init", self.init, ("k-means++", "random"))
        rng = generator("rng", self.rng)
        if init == "random":
            return X[rng.choice(len(X), K, replace=False)]
        return kmeans_plusplus(X, K, rng=rng)[0]
# --8<-- [end:KMeans]

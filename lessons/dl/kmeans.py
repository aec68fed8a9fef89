"""k-평균. 점을 가까운 중심점에 묶고, 중심점을 묶음의 평균으로 옮긴다.

기호: X (N, D) 점, centers (K, D) 중심점, labels (N,) 점마다 묶음의 번호
출처: Lloyd (1982), k-means++는 Arthur, Vassilvitskii (2007)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array

# --8<-- [end:imports]


# --8<-- [start:as_points]
def as_points(name: str, values: ArrayLike) -> Array:
    """(N, D) 모양의 유한한 float64 배열로 바꾼다.

    오류: 2차원이 아니거나, 비었거나, NaN·무한대가 있으면 ValueError
    """
    points = np.asarray(values, dtype=np.float64)
    if points.ndim != 2 or points.size == 0:
        raise ValueError(
            f"{name}는 비지 않은 (N, D) 2차원이어야 한다. {points.shape}가 왔다. "
            "특성이 하나면 reshape(-1, 1)로 바꾼다."
        )
    if not np.isfinite(points).all():
        raise ValueError(
            f"{name}에 NaN이나 무한대가 있다. 그 행을 빼거나 값을 채운다."
        )
    return points
# --8<-- [end:as_points]


# --8<-- [start:assign]
def squared_distances(X: Array, centers: Array) -> Array:
    """점과 중심점 사이 거리의 제곱. 식 (4.1)

    X: (N, D), centers: (K, D), 반환: (N, K)
    """
    return np.stack([((X - c) ** 2).sum(axis=1) for c in centers], axis=1)


def assign(X: Array, centers: Array) -> np.ndarray:
    """점마다 가장 가까운 중심점의 번호. 식 (4.3) 반환: (N,)"""
    return squared_distances(X, centers).argmin(axis=1)


def inertia(X: Array, centers: Array, labels: np.ndarray) -> float:
    """점에서 제 중심점까지 거리의 제곱을 모두 더한 값. 식 (4.2)"""
    return float(((X - centers[labels]) ** 2).sum())
# --8<-- [end:assign]


# --8<-- [start:move]
def fill_empty(X: Array, centers: Array, labels: np.ndarray) -> np.ndarray:
    """빈 묶음마다 제 중심점에서 가장 먼 점을 하나씩 데려온 번호. 반환: (N,)"""
    labels = labels.copy()
    for k in np.flatnonzero(np.bincount(labels, minlength=len(centers)) == 0):
        size, far = np.bincount(labels), ((X - centers[labels]) ** 2).sum(axis=1)
        labels[np.where(size[labels] > 1, far, -1).argmax()] = k
    return labels


def move(X: Array, centers: Array, labels: np.ndarray) -> Array:
    """빈 묶음을 채우고, 중심점을 제 묶음의 평균으로 옮긴다. 식 (4.4) 반환: (K, D)"""
    labels = fill_empty(X, centers, labels)
    return np.stack([X[labels == k].mean(axis=0) for k in range(len(centers))])
# --8<-- [end:move]


# --8<-- [start:lloyd]
def lloyd(
    X: Array, centers: Array, max_iter: int = 300, tol: float = 1e-4
) -> tuple[Array, np.ndarray, list[float]]:
    """할당과 이동을 번갈아 한다. 할당이 그대로면 중심점도 그대로여서 멈춘다.

    tol: 중심점이 움직인 거리의 제곱이 (특성마다 분산의 평균) × tol 이하면 멈춘다
    반환: 중심점 (K, D), 번호 (N,), 할당과 이동을 할 때마다의 관성
    """
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
    X = as_points("X", X)
    enough_points(X, n_clusters)
    chosen = [rng.integers(len(X))]
    while len(chosen) < n_clusters:
        nearest = squared_distances(X, X[chosen]).min(axis=1)
        chosen.append(rng.choice(len(X), p=nearest / nearest.sum()))
    return X[chosen], np.array(chosen)


def enough_points(X: Array, n_clusters: int) -> None:
    """서로 다른 점이 묶음의 수만큼 있는지 본다. 아니면 ValueError"""
    distinct = len(np.unique(X, axis=0))
    if not 1 <= n_clusters <= distinct:
        raise ValueError(
            f"n_clusters는 1부터 서로 다른 점의 수 {distinct}까지다. "
            f"{n_clusters}가 왔다."
        )
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
        X = as_points("X", X)
        enough_points(X, self.n_clusters)
        best = np.inf
        for _ in range(self._starts()):
            centers, labels, history = lloyd(
                X, self._first_centers(X), self.max_iter, self.tol
            )
            total = inertia(X, centers, labels)
            if total < best:
                best, self.n_iter_ = total, len(history) // 2
                self.cluster_centers_, self.labels_ = centers, labels
                self.inertia_, self.history_ = total, history
        return self

    def predict(self, X: ArrayLike) -> np.ndarray:
        """새 점마다 가장 가까운 중심점의 번호. X: (N, D), 반환: (N,)"""
        if not hasattr(self, "cluster_centers_"):
            raise ValueError("아직 묶은 것이 없다. fit(X)를 먼저 부른다.")
        X, D = as_points("X", X), self.cluster_centers_.shape[1]
        if X.shape[1] != D:
            raise ValueError(f"특성 {D}개로 묶었는데 {X.shape[1]}개가 왔다.")
        return assign(X, self.cluster_centers_)

    def _starts(self) -> int:
        if self.n_init == "auto":
            return 10 if isinstance(self.init, str) and self.init == "random" else 1
        if not isinstance(self.n_init, int) or self.n_init < 1:
            raise ValueError(
                f'n_init은 "auto"이거나 1 이상의 정수다. {self.n_init!r}가 왔다.'
            )
        return self.n_init

    def _first_centers(self, X: Array) -> Array:
        if not isinstance(self.init, str):
            centers, want = as_points("init", self.init), (self.n_clusters, X.shape[1])
            if centers.shape != want:
                raise ValueError(f"init은 {want}여야 한다. {centers.shape}가 왔다.")
            return centers
        if self.init not in ("k-means++", "random"):
            raise ValueError(
                'init은 "k-means++", "random", 또는 (K, D) 배열이다. '
                f"{self.init!r}가 왔다."
            )
        if self.rng is None:
            raise ValueError("출발점을 뽑을 rng=np.random.default_rng(0)을 넣는다.")
        if self.init == "random":
            return X[self.rng.choice(len(X), self.n_clusters, replace=False)]
        return kmeans_plusplus(X, self.n_clusters, rng=self.rng)[0]
# --8<-- [end:KMeans]

import numpy as np


def batches(
    X: np.ndarray, y: np.ndarray, size: int, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    """무작위 차례로 size줄씩 나눈다.

    rng.permutation(len(X))를 한 번 불러 차례를 정하고, 그 차례대로 자른다
    X: (N, D), y: (N,)
    반환: (X의 줄들, y의 줄들)의 목록. 나누어떨어지지 않으면 마지막이 짧다
    """
    order = rng.permutation(len(X))
    starts = range(0, len(X), size)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in starts]


X, y = np.arange(5)[:, None] * 10, np.arange(5)
for X_batch, y_batch in batches(X, y, 2, np.random.default_rng(0)):
    print(X_batch[:, 0], y_batch)

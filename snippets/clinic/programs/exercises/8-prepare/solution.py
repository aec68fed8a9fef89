import numpy as np


def prepare(
    X: np.ndarray, y: np.ndarray, n_test: int, times: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """테스트를 먼저 떼어 두고, 학습 데이터만 늘린다.

    X: (N, D), y: (N,)
    rng.permutation(N)을 한 번 불러, 앞의 n_test개를 테스트로 쓰고 손대지 않는다.
    나머지는 np.repeat로 times장씩 이어 놓고 rng.normal(0, 0.05, 모양)을 한 번 더한다
    반환: X_train, y_train, X_test, y_test
    """
    order = rng.permutation(len(X))
    test, train = order[:n_test], order[n_test:]
    many = np.repeat(X[train], times, axis=0)
    many = many + rng.normal(0, 0.05, many.shape)
    return many, np.repeat(y[train], times), X[test], y[test]


X, y = np.arange(6.0)[:, None], np.arange(6)
X_train, y_train, X_test, y_test = prepare(X, y, 2, 3, np.random.default_rng(0))
print(y_train, y_test, X_train.shape, X_test[:, 0])

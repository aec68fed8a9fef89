import numpy as np


def fit_line(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """제곱 오차가 가장 작은 직선 wx + b의 (w, b)

    x, y: (N,), x에는 서로 다른 값이 둘 이상 있다
    """
    dx, dy = x - x.mean(), y - y.mean()
    w = (dx * dy).sum() / (dx * dx).sum()
    return w, y.mean() - w * x.mean()


w, b = fit_line(np.array([1.0, 2.0, 3.0]), np.array([14.0, 22.0, 24.0]))
print(f"{w:.3f}x + {b:.3f}")

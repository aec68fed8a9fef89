import numpy as np


def fit_weighted(x: np.ndarray, y: np.ndarray, s: np.ndarray) -> tuple[float, float]:
    """Σ s(y − (wx + b))²이 가장 작은 직선의 (w, b)

    x, y, s: (N,), s는 샘플의 무게로 모두 양수다
    """
    x_mean, y_mean = np.average(x, weights=s), np.average(y, weights=s)
    dx, dy = x - x_mean, y - y_mean
    w = (s * dx * dy).sum() / (s * dx * dx).sum()
    return w, y_mean - w * x_mean


x, y = np.array([1.0, 2.0, 3.0]), np.array([14.0, 22.0, 24.0])
for s in ([1, 1, 1], [1, 1, 2], [1, 1, 1000]):
    w, b = fit_weighted(x, y, np.array(s))
    print(f"무게 {s}: {w:.3f}x + {b:.3f}, 3km의 예측 {3 * w + b:.3f}")

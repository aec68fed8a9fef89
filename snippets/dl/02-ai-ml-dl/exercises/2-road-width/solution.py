import numpy as np

from lessons import Array


def road_width(X: Array, s: Array, w: Array, b: float) -> float:
    """경계 w·x + b = 0을 그대로 두고 길을 점에 닿을 때까지 넓힌 너비.

    X: (N, D), s: (N,) +1이나 -1, w: (D,)
    반환: 가장 가까운 점까지의 거리의 두 배. 틀린 쪽에 선 점이 있으면 0
    """
    distance = s * (X @ w + b) / np.linalg.norm(w)
    return max(0.0, 2 * distance.min())


X = np.array([[1.0, 0], [1, 4], [0, 2], [3, 2], [5, 3]])
s = np.array([-1.0, -1, -1, 1, 1])
print(f"{road_width(X, s, np.array([1.0, 0]), -2):.3f}")
print(f"{road_width(X, s, np.array([5.0, 0]), -10):.3f}")
print(f"{road_width(X, s, np.array([1.0, 0.25]), -2.5):.3f}")

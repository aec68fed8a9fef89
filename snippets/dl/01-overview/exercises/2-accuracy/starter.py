import numpy as np

from lessons import Array


def accuracy(z: Array, y: np.ndarray) -> float:
    """가장 높은 점수를 고를 때 맞힌 비율.

    z: (N, K) 점수, y: (N,) 정답. 0부터 K-1까지
    """
    raise NotImplementedError


z = np.array([[2.0, 1.0, 0.0], [0.0, 3.0, 1.0], [5.0, 0.0, 4.0], [0.0, 1.0, 2.0]])
y = np.array([0, 1, 2, 2])

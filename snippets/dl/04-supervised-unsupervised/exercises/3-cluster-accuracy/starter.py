import numpy as np


def cluster_accuracy(labels: np.ndarray, y: np.ndarray) -> float:
    """묶음마다 가장 많은 클래스를 답으로 삼을 때 맞힌 비율.

    labels: (N,) 묶음의 번호, y: (N,) 클래스
    """
    raise NotImplementedError


labels = np.array([2, 2, 2, 0, 0])
y = np.array([1, 1, 0, 0, 0])

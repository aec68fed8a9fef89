import numpy as np

from lessons import Array


def steps_needed(X: Array, eps: float) -> int:
    """가장 빠른 학습률로, 바닥까지의 거리가 eps배 이하가 되기까지의 걸음 수

    X: (N, D), 평균을 뺀 특성. 열이 서로 겹치지 않는다
    eps: 0보다 크고 1보다 작다
    """
    raise NotImplementedError


X = np.array([[-1.0, -10], [-1, 10], [1, -10], [1, 10]])

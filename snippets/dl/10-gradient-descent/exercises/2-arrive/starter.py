import numpy as np

from lessons import Array


def arrive(A: Array, x0: Array, lr: float, steps: int) -> Array:
    """½ xᵀAx를 x0에서 경사 하강법으로 steps걸음 내려간 자리. 걷지 않고 구한다.

    A: (D, D) 대칭 행렬, 고윳값의 부호는 자유롭다
    x0: (D,) 출발점
    steps: 0부터 1억까지
    """
    raise NotImplementedError


tilted = np.array([[5.5, 4.5], [4.5, 5.5]])
start = np.array([1.0, 0.5])

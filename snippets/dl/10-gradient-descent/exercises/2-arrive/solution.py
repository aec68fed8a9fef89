import numpy as np

from lessons import Array


def arrive(A: Array, x0: Array, lr: float, steps: int) -> Array:
    """½ xᵀAx를 x0에서 경사 하강법으로 steps걸음 내려간 자리. 걷지 않고 구한다.

    A: (D, D) 대칭 행렬, 고윳값의 부호는 자유롭다
    x0: (D,) 출발점
    steps: 0부터 1억까지
    """
    curvatures, Q = np.linalg.eigh(A)
    return Q @ ((1 - lr * curvatures) ** steps * (Q.T @ x0))


tilted = np.array([[5.5, 4.5], [4.5, 5.5]])
start = np.array([1.0, 0.5])
for lr, steps in ((0.1, 1), (0.2, 99_999), (1e-8, 10**8)):
    end = arrive(tilted, start, lr, steps)
    print(f"η = {lr:g}, {steps:,}걸음: ({end[0]:.3f}, {end[1]:.3f})")

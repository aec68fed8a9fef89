import numpy as np

from lessons import Array


def rate_limit(A: Array) -> float:
    """이차 함수 ½ xᵀAx에서 발산하지 않는 학습률의 경계 2/L.

    A: (D, D) 대칭 행렬, 고윳값이 모두 양수
    """
    return 2 / np.linalg.eigvalsh(A).max()


print(f"{rate_limit(np.diag([1.0, 10.0])):.4f}")
print(f"{rate_limit(np.array([[5.5, 4.5], [4.5, 5.5]])):.4f}")

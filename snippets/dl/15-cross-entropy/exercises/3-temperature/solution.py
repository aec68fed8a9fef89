from collections.abc import Sequence

import numpy as np

from lessons import Array
from lessons.dl.cross_entropy import cross_entropy


def best_temperature(z: Array, y: Array, temperatures: Sequence[float]) -> float:
    """검증 데이터의 교차 엔트로피를 가장 작게 하는 온도.

    z: (N, K) 로짓, y: (N,) 정답 번호, temperatures: 후보
    반환: 후보 가운데 하나. 비기면 앞의 것
    """
    losses = [cross_entropy(z / T, y) for T in temperatures]
    return temperatures[int(np.argmin(losses))]


z = np.array([[9.0, 0.0], [6.0, 0.0], [0.0, 9.0], [5.0, 0.0]])
y = np.array([0, 0, 1, 1])
for T in (1, 2, 4, 8, 16):
    print(f"T = {T}: 손실 {cross_entropy(z / T, y):.3f}")
print("고른 온도:", best_temperature(z, y, [1, 2, 4, 8, 16]))

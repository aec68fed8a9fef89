"""내부점법. 서포트 벡터 머신의 길과 점마다의 힘을 함께 구한다.

기호: A (N, D + 1) 행마다 s·(x, 1), v (D + 1,) w 뒤에 b를 붙인 것, C 벌의 세기
    alpha 힘, beta = C - alpha, room 1을 넘은 여유, xi 1에 모자란 양
출처: Ferris & Munson (2002)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite
from lessons.scalars import count, number

# --8<-- [end:imports]


# --8<-- [start:interior_point]
def interior_point(A: ArrayLike, C: float, max_iter: int) -> tuple[Array, Array]:
    """식 (2.8)을 가장 작게 하는 v와 힘 alpha. 식 (2.9)의 0을 mu로 놓고 줄여 간다.

    A: (N, D + 1), 행마다 s·(x, 1). v는 w 뒤에 b를 붙인 (D + 1,)
    오류: max_iter번 안에 끝나지 않으면 ValueError
    """
    A = finite("A", A, "N, P")
    C, max_iter = number("C", C, above=0), count("max_iter", max_iter)
    N, P = A.shape
    R = np.diag(np.append(np.ones(P - 1), 0.0))  # 길이를 벌하는 것은 w뿐
    v, alpha, beta = np.zeros(P), np.full(N, C / 2), np.full(N, C / 2)
    room, xi = np.ones(N), np.ones(N)
    for _ in range(max_iter):
        mu = 0.1 * (alpha @ room + beta @ xi) / (2 * N)
        q = room / alpha + xi / beta
        t = 1 - A @ v + mu / alpha - mu / beta
        H = R + A.T @ (A / q[:, None])
        dv = np.linalg.solve(H, A.T @ (alpha + t / q) - R @ v)
        da = (t - A @ dv) / q
        moves = [
            (alpha, da),
            (beta, -da),
            (room, (mu - room * da) / alpha - room),
            (xi, (mu + xi * da) / beta - xi),
        ]
        step = 1 / max(1, *((-d / z).max() / 0.99 for z, d in moves))
        v += step * dv
        for z, d in moves:
            z += step * d
        if step == 1 and (alpha @ room + beta @ xi) < 1e-12 * alpha.sum():
            return v, alpha
    raise ValueError(
        f"{max_iter}번에 풀지 못했다. X를 표준화하거나 C를 줄이거나 max_iter를 늘린다."
    )
# --8<-- [end:interior_point]

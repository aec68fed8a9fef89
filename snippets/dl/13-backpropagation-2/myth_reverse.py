from itertools import pairwise

import numpy as np

rng = np.random.default_rng(0)
J1, J2, J3 = (rng.standard_normal((K, D)) for D, K in pairwise([1, 64, 128, 64]))


def multiplications(A, B):
    return A.shape[0] * A.shape[1] * B.shape[1]


forward = multiplications(J2, J1) + multiplications(J3, J2 @ J1)
reverse = multiplications(J3, J2) + multiplications(J3 @ J2, J1)
print("두 순서의 답이 같다:", np.allclose(J3 @ (J2 @ J1), (J3 @ J2) @ J1))
print(f"입력 1개, 출력 64개. 곱셈: 순방향 {forward:,d}번, 역방향 {reverse:,d}번")

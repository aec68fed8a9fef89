"""층 하나의 아핀 변환 Z = XW + b. 행렬의 모양을 읽고 매개변수를 센다.

X (N, D)는 한 행이 샘플, W (D, K)는 한 행이 특성이고 한 열이 유닛, b (K,)는 유닛마다
하나다. 배열의 모양이 약속과 다르면 곱하기 전에 문(lessons.arrays)이 멈춘다.
"""

# --8<-- [start:imports]
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lessons import Array
from lessons.arrays import integers, real
from lessons.scalars import count, counts, flag

# --8<-- [end:imports]


# --8<-- [start:affine]
def affine(X: ArrayLike, W: ArrayLike, b: ArrayLike | None = None) -> Array:
    """모든 샘플을 모든 유닛에 한꺼번에 보낸다. 식 (9.2)

    X: (N, D), W: (D, K), b: (K,) 또는 None
    반환: (N, K)
    오류: 모양이 맞지 않으면 ValueError
    """
    X = real("X", X, "N, D")
    W = real("W", W, "D, K", D=X.shape[1])
    Z = X @ W
    return Z if b is None else Z + real("b", b, "K", K=W.shape[1])
# --8<-- [end:affine]


# --8<-- [start:one_hot]
def one_hot(y: ArrayLike, num_classes: int = -1) -> NDArray[np.int64]:
    """번호를 그 자리만 1인 벡터로 바꾼다. 식 (9.5)

    y: 모양이 자유로운 0 이상의 정수
    num_classes: 클래스의 수. -1이면 가장 큰 번호에 1을 더한 수
    반환: y의 모양 뒤에 num_classes 축이 붙은 0과 1
    오류: 정수가 아니거나 0보다 작거나 num_classes 이상이면 ValueError
    """
    K = count("num_classes", num_classes, -1)
    y = integers("y", y, low=0, high=K - 1 if K >= 0 else None)
    if K == -1:
        K = count("num_classes", y.max(initial=-1) + 1)
    return (y[..., None] == np.arange(K)).astype(np.int64)
# --8<-- [end:one_hot]


# --8<-- [start:count_parameters]
def count_parameters(sizes: Sequence[int], bias: bool = True) -> int:
    """완전 연결층만 이은 신경망의 매개변수를 센다. 식 (9.8)

    sizes: 입력부터 출력까지의 폭. [784, 128, 10]이면 층이 둘이다
    bias: 층마다 편향이 있으면 True
    오류: 폭이 둘보다 적거나 0보다 큰 정수가 아니면 ValueError
    """
    sizes, bias = counts("sizes", sizes, fewest=2), flag("bias", bias)
    return sum((n_in + bias) * n_out for n_in, n_out in pairwise(sizes))
# --8<-- [end:count_parameters]

"""층 하나의 아핀 변환 Z = XW + b. 행렬의 모양을 읽고 매개변수를 센다.

X (N, D)는 한 행이 샘플, W (D, K)는 한 행이 특성이고 한 열이 유닛, b (K,)는 유닛마다
하나다. 배열의 모양이 약속과 다르면 곱하기 전에 멈춘다.
"""

# --8<-- [start:imports]
from collections.abc import Sequence
from itertools import pairwise
from numbers import Integral

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lessons import Array

# --8<-- [end:imports]


# --8<-- [start:check_shapes]
def check_shapes(X: Array, W: Array, b: Array | None) -> None:
    """X, W, b의 모양이 서로 맞는지 본다.

    오류: 맞지 않으면 온 모양과 고치는 법을 적은 ValueError
    """
    for name, array, axes in (("X", X, "(N, D)"), ("W", W, "(D, K)")):
        if array.ndim != 2:
            fix = f" 샘플이 하나면 X.reshape(1, {X.size})로 바꾼다." * (X.ndim == 1)
            raise ValueError(
                f"{name}는 {axes} 2차원이어야 한다. {array.shape}가 왔다.{fix}"
            )
    if X.shape[1] != W.shape[0]:
        fix = "특성의 수를 맞춘다."
        if X.shape[1] == W.shape[1]:
            fix = "W가 (K, D)로 뒤집혔으면 W.T를 넣는다."
        raise ValueError(
            "X의 열과 W의 행은 같은 특성이라 수가 같아야 한다. "
            f"X {X.shape}는 {X.shape[1]}열, W {W.shape}는 {W.shape[0]}행이다. {fix}"
        )
    K = W.shape[1]
    if b is not None and b.shape != (K,):
        fix = "b.reshape(-1)로 편다." if b.size == K else "유닛마다 하나씩 넣는다."
        raise ValueError(f"b는 ({K},)이어야 한다. {b.shape}가 왔다. {fix}")
# --8<-- [end:check_shapes]


# --8<-- [start:affine]
def affine(X: ArrayLike, W: ArrayLike, b: ArrayLike | None = None) -> Array:
    """모든 샘플을 모든 유닛에 한꺼번에 보낸다. 식 (9.2)

    X: (N, D), W: (D, K), b: (K,) 또는 None
    반환: (N, K)
    오류: 모양이 맞지 않으면 ValueError
    """
    X, W = np.asarray(X, dtype=np.float64), np.asarray(W, dtype=np.float64)
    b = None if b is None else np.asarray(b, dtype=np.float64)
    check_shapes(X, W, b)
    return X @ W if b is None else X @ W + b
# --8<-- [end:affine]


# --8<-- [start:one_hot]
def one_hot(y: ArrayLike, num_classes: int = -1) -> NDArray[np.int64]:
    """번호를 그 자리만 1인 벡터로 바꾼다. 식 (9.5)

    y: 모양이 자유로운 0 이상의 정수
    num_classes: 클래스의 수. -1이면 가장 큰 번호에 1을 더한 수
    반환: y의 모양 뒤에 num_classes 축이 붙은 0과 1
    오류: 정수가 아니거나 0보다 작거나 num_classes 이상이면 ValueError
    """
    y = np.asarray(y)
    if y.size and not np.issubdtype(y.dtype, np.integer):
        raise ValueError(
            f"y는 정수여야 한다. {y.dtype} 배열이 왔다. y.astype(int)로 바꾼다."
        )
    if num_classes == -1:
        if not y.size:
            raise ValueError("y가 비어 클래스의 수를 알 수 없다. num_classes를 정한다.")
        num_classes = int(y.max()) + 1
    low, high = (int(y.min()), int(y.max())) if y.size else (0, 0)
    if low < 0 or high >= num_classes:
        raise ValueError(
            f"y는 0부터 num_classes - 1 = {num_classes - 1}까지다. "
            f"{low}부터 {high}까지 왔다. 번호를 0부터 다시 매기거나 수를 늘린다."
        )
    return (y[..., None] == np.arange(num_classes)).astype(np.int64)
# --8<-- [end:one_hot]


# --8<-- [start:count_parameters]
def count_parameters(sizes: Sequence[int], bias: bool = True) -> int:
    """완전 연결층만 이은 신경망의 매개변수를 센다. 식 (9.8)

    sizes: 입력부터 출력까지의 폭. [784, 128, 10]이면 층이 둘이다
    bias: 층마다 편향이 있으면 True
    오류: 폭이 둘보다 적거나 0보다 큰 정수가 아니면 ValueError
    """
    if len(sizes) < 2:
        raise ValueError(f"폭은 입력과 출력, 적어도 둘이다. 받은 값: {list(sizes)}")
    if not all(isinstance(n, Integral) and n > 0 for n in sizes):
        raise ValueError(f"폭은 0보다 큰 정수다. 받은 값: {list(sizes)}")
    return sum((int(n_in) + bool(bias)) * int(n_out) for n_in, n_out in pairwise(sizes))
# --8<-- [end:count_parameters]

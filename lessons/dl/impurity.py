"""섞인 정도를 재고, 가장 잘 가르는 질문을 고른다.

기호: X (N, D) 특성, Y (N, K) 클래스의 자리만 1, counts (…, K) 클래스마다 센 수
출처: Quinlan (1986), Breiman 외 (1984)
"""

# --8<-- [start:imports]
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import classes, finite
from lessons.scalars import count, function, shown

# --8<-- [end:imports]


# --8<-- [start:impurity]
def fractions(counts: ArrayLike) -> Array:
    """센 수를 비율로 바꾼다. 반환: counts와 같은 모양, 마지막 축의 합이 1

    오류: 음수가 있거나 합이 0이면 ValueError
    """
    counts = finite("counts", counts, "..., K")
    total = counts.sum(axis=-1, keepdims=True)
    if (counts < 0).any() or not (total > 0).all():
        raise ValueError(
            f"counts: 0 이상이고 합이 0보다 큰 수를 넣는다. 받은 값: {shown(counts)}."
        )
    return counts / total


def gini(counts: ArrayLike) -> Array:
    """지니 불순도. 식 (2.1). counts: (…, K), 반환: (…)"""
    return 1 - (fractions(counts) ** 2).sum(axis=-1)


def entropy(counts: ArrayLike) -> Array:
    """엔트로피(비트). 식 (2.2). 0인 비율은 셈하지 않는다."""
    p = fractions(counts)
    return -(p * np.log2(np.where(p > 0, p, 1))).sum(axis=-1) + 0.0
# --8<-- [end:impurity]


# --8<-- [start:information_gain]
def information_gain(
    x: ArrayLike, y: ArrayLike, impurity: Callable[[Array], Array] = entropy
) -> float:
    """x의 값을 물었을 때 y의 불순도가 줄어드는 양. 식 (2.3)

    x, y: (N,) 값과 클래스. 글자여도 된다
    오류: 길이가 다르거나 비었으면 ValueError
    """
    x, impurity = classes("x", x), function("impurity", impurity)
    y = classes("y", y, "N", N=len(x))
    values, row = np.unique(x, return_inverse=True)
    labels, column = np.unique(y, return_inverse=True)
    table = np.zeros((len(values), len(labels)))
    np.add.at(table, (row, column), 1)
    after = table.sum(axis=1) / len(y) @ impurity(table)
    return float(impurity(table.sum(axis=0)) - after)
# --8<-- [end:information_gain]


# --8<-- [start:best_split]
def best_split(
    X: ArrayLike, Y: ArrayLike, impurity: Callable[[Array], Array], min_leaf: int = 1
) -> tuple[int, float] | None:
    """불순도를 가장 많이 줄이는 질문 ‘X[:, j] ≤ t인가’를 찾는다. 식 (2.4)

    X: (N, D), Y: (N, K) 클래스의 자리만 1, min_leaf: 한쪽에 남길 최소 샘플 수
    반환: (j, t). 나눌 곳이 없으면 None. 똑같이 좋으면 앞의 것
    """
    X, impurity = finite("X", X, "N, D"), function("impurity", impurity)
    N, min_leaf = len(X), count("min_leaf", min_leaf)
    Y = finite("Y", Y, "N, K", N=N)
    order = np.argsort(X, axis=0)
    x = np.take_along_axis(X, order, axis=0)
    left = Y[order].cumsum(axis=0)[:-1]  # (N - 1, D, K)
    right = Y.sum(axis=0) - left
    n = np.arange(1, N)[:, None]
    after = (n * impurity(left) + (N - n) * impurity(right)) / N
    allowed = (x[:-1] < x[1:]) & (n >= min_leaf) & (N - n >= min_leaf)
    if not allowed.any():
        return None
    after = np.where(allowed, after.round(12), np.inf)
    j, i = np.unravel_index(after.T.argmin(), after.T.shape)
    low, high = x[i, j], x[i + 1, j]
    middle = low / 2 + high / 2
    return int(j), float(middle if middle < high else low)
# --8<-- [end:best_split]

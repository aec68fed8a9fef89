"""두 집합을 하나씩 짝짓는다: 가장 싼 것부터(탐욕), 합이 가장 작게(헝가리안).

기호: cost (M, N) 비용, u (M,)과 v (N,) 행과 열의 값. 언제나 cost ≥ u + v이고
짝에서는 같다. 그래서 짝의 합이 더 작아질 수 없다.
출처: Kuhn (1955), Crouse (2016). 같은 합이 여럿이면 SciPy와 같은 것을 고른다
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import real
from lessons.scalars import flag

Indices = tuple[np.ndarray, np.ndarray]
# --8<-- [end:imports]


# --8<-- [start:greedy_assignment]
def greedy_assignment(cost_matrix: ArrayLike) -> Indices:
    """가장 싼 짝부터 하나씩 굳힌다. 비용이 inf인 짝은 맺지 않는다.

    cost_matrix: (M, N)
    반환: 짝지은 행의 번호(오름차순)와 열의 번호
    """
    cost = _bounded(real("cost_matrix", cost_matrix, "M, N")).copy()
    pairs = []
    while cost.size and (low := cost.min()) < np.inf:
        i, j = np.unravel_index(np.flatnonzero(cost == low)[0], cost.shape)
        pairs.append((i, j))
        cost[i, :] = cost[:, j] = np.inf
    rows, columns = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    return rows, columns
# --8<-- [end:greedy_assignment]


# --8<-- [start:linear_sum_assignment]
def linear_sum_assignment(cost_matrix: ArrayLike, maximize: bool = False) -> Indices:
    """비용의 합이 가장 작은 짝. 적은 쪽은 모두 짝을 얻는다. 식 (10.1)

    cost_matrix: (M, N). inf는 맺을 수 없는 짝이다
    maximize: 참이면 합이 가장 큰 짝
    반환: 행의 번호(오름차순)와 열의 번호
    오류: NaN이나 −inf가 있거나, inf를 피해 모두 짝지을 수 없으면 ValueError
    """
    cost = real("cost_matrix", cost_matrix, "M, N")
    cost = _bounded(-cost if flag("maximize", maximize) else cost)
    if cost.shape[0] > cost.shape[1]:
        columns, rows = linear_sum_assignment(cost.T)
        order = np.argsort(rows)
        return rows[order], columns[order]
    u, v = np.zeros(cost.shape[0]), np.zeros(cost.shape[1])
    column_of, row_of = np.full(len(u), -1), np.full(len(v), -1)
    for i in range(len(u)):
        path, j = shortest_path(cost, u, v, column_of, row_of, i)
        while j >= 0:  # 길을 거슬러 가며 짝을 하나씩 옮긴다
            row_of[j] = path[j]
            column_of[path[j]], j = j, column_of[path[j]]
    return np.arange(len(u)), column_of
# --8<-- [end:linear_sum_assignment]


# --8<-- [start:shortest_path]
def shortest_path(
    cost: Array, u: Array, v: Array, column_of: np.ndarray, row_of: np.ndarray, row: int
) -> tuple[np.ndarray, int]:
    """row에서 빈 열까지 덤이 가장 적게 드는 길. u와 v를 제자리에서 고친다.

    column_of, row_of: 지금까지의 짝. 없으면 −1
    반환: 열마다 길의 앞 행, 길이 끝나는 빈 열
    """
    left = np.arange(len(v))[::-1].copy()  # 아직 지나지 않은 열
    far = np.full(len(v), np.inf)  # 열마다 거기까지 드는 덤
    path = np.full(len(v), -1)
    i, low, rows, columns = row, 0.0, [], []
    while i >= 0:
        rows.append(i)
        extra = low + cost[i, left] - u[i] - v[left]
        shorter = extra < far[left]
        far[left[shorter]], path[left[shorter]] = extra[shorter], i
        low = _reached(far[left].min())
        near = np.flatnonzero(far[left] == low)
        free = near[row_of[left[near]] < 0]  # 빈 열이 있으면 거기서 끝낸다
        at = free[-1] if len(free) else near[0]
        columns.append(j := left[at])
        left[at], left = left[-1], left[:-1]
        i = row_of[j]
    u[row] += low
    passed = np.array(rows[1:], dtype=int)
    u[passed] += low - far[column_of[passed]]
    v[columns] -= low - far[columns]
    return path, j
# --8<-- [end:shortest_path]


# --8<-- [start:checks]
def _bounded(cost: Array) -> Array:
    if np.isnan(cost).any() or (cost == -np.inf).any():
        raise ValueError(
            "cost_matrix: NaN과 −무한대는 비용이 아니다. 맺을 수 없는 짝은 np.inf로 "
            "적는다(maximize=True면 -np.inf)."
        )
    return cost


def _reached(low: float) -> float:
    if low == np.inf:
        raise ValueError(
            "cost_matrix: inf인 짝을 피해서는 모두 짝지을 수 없다. inf 대신 큰 수를 "
            "넣고 짝지은 뒤 그 짝을 버린다."
        )
    return low
# --8<-- [end:checks]

"""상자 1,000개를 짝짓는 시간을, NumPy로 흔히 쓰는 헝가리안과 SciPy(C++)에 견준다."""

from time import thread_time

import numpy as np
from scipy.optimize import linear_sum_assignment as scipy_assignment

from lessons.cnn.detection.boxes import box_iou
from lessons.cnn.tracking.assignment import linear_sum_assignment

N = 1000


def hungarian(cost: np.ndarray) -> np.ndarray:
    """길을 찾을 때마다 u와 v를 고쳐 가는, 널리 알려진 꼴. 행마다의 열을 돌려준다."""
    n, m = cost.shape
    u, v = np.zeros(n + 1), np.zeros(m + 1)
    row_of, way = np.zeros(m + 1, int), np.zeros(m + 1, int)
    for i in range(1, n + 1):
        row_of[0], j = i, 0
        low, used = np.full(m + 1, np.inf), np.zeros(m + 1, bool)
        while j == 0 or row_of[j]:
            used[j] = True
            free = ~used
            extra = np.append(np.inf, cost[row_of[j] - 1] - u[row_of[j]] - v[1:])
            closer = free & (extra < low)
            low[closer], way[closer] = extra[closer], j
            j = int(np.where(free, low, np.inf).argmin())
            step = low[j]
            u[row_of[used]] += step
            v[used] -= step
            low[free] -= step
        while j:
            row_of[j], j = row_of[way[j]], way[j]
    return np.argsort(row_of[1:])


def fastest(*runs) -> list[float]:
    """번갈아 다섯 번 돌려, 저마다 가장 빠른 시간(초)."""
    times = np.full(len(runs), np.inf)
    for _ in range(5):
        for k, run in enumerate(runs):
            start = thread_time()
            run()
            times[k] = min(times[k], thread_time() - start)
    return times.tolist()


def ratios() -> dict[str, float]:
    rng = np.random.default_rng(0)
    corner = rng.uniform(0, 1000, (N, 2))
    boxes = np.hstack([corner, corner + 30])
    costs = {
        "조금 움직인 상자": 1 - box_iou(boxes, boxes + rng.normal(0, 4, (N, 1))),
        "무작위 비용": rng.random((N, N)),
    }
    result = {}
    for name, cost in costs.items():
        columns = linear_sum_assignment(cost)[1]
        assert np.isclose(cost[range(N), columns].sum(), _total(cost))
        ours, numpy, scipy = fastest(
            lambda c=cost: linear_sum_assignment(c),
            lambda c=cost: hungarian(c),
            lambda c=cost: scipy_assignment(c),
        )
        result[f"{name} 1,000개 짝짓기 ÷ NumPy"] = ours / numpy
        result[f"{name} 1,000개 짝짓기 ÷ SciPy(C++)"] = ours / scipy
    return result


def _total(cost: np.ndarray) -> float:
    return cost[range(len(cost)), hungarian(cost)].sum()


if __name__ == "__main__":
    for name, ratio in ratios().items():
        print(f"{ratio:5.2f}배", name)

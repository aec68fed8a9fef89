"""나누어 흐리면 2차원 커널로 한 번에 흐릴 때보다 몇 배 빠른지 잰다."""

from time import perf_counter

import numpy as np

from lessons.cnn.filters.correlation import correlate
from lessons.cnn.filters.smoothing import gaussian_filter, gaussian_kernel1d

SIDE = 256
RADII = (1, 7, 15)


def seconds(function, *arguments, **options) -> float:
    """일곱 번 가운데 가장 빠른 시간."""
    times = []
    for _ in range(7):
        start = perf_counter()
        function(*arguments, **options)
        times.append(perf_counter() - start)
    return min(times)


def ratios() -> dict[str, float]:
    """한 변이 k인 가우시안의 (한 번에 걸린 시간) / (나누어 걸린 시간)."""
    x = np.random.default_rng(0).normal(size=(SIDE, SIDE))
    result = {}
    for radius in RADII:
        g = gaussian_kernel1d(radius / 3, radius)
        full = seconds(correlate, x, np.outer(g, g))
        parts = seconds(gaussian_filter, x, radius / 3, radius=radius)
        result[f"흐리기 한 번에 ÷ 나누어, k = {2 * radius + 1}"] = full / parts
    return result

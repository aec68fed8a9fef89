"""반복문으로 쓴 conv2d가 F.conv2d보다 몇 배 걸리는지 잰다."""

from time import perf_counter

import numpy as np
import torch
import torch.nn.functional as F

from lessons.cnn.convolution import conv2d

SETTINGS = {
    # 이름: (N, C_in, C_out, 한 변)
    "작은 흑백 그림": (1, 1, 8, 28),
    "작은 컬러 그림": (1, 3, 16, 32),
    "가운데 층": (1, 32, 32, 16),
}


def seconds(function, *arguments) -> float:
    """다섯 번 가운데 가장 빠른 시간."""
    times = []
    for _ in range(5):
        start = perf_counter()
        function(*arguments, padding=1)
        times.append(perf_counter() - start)
    return min(times)


def ratios() -> dict[str, float]:
    """3×3 합성곱에서 (반복문 시간) / (F.conv2d 시간)."""
    rng = np.random.default_rng(0)
    result = {}
    for name, (N, c_in, c_out, side) in SETTINGS.items():
        x = rng.normal(size=(N, c_in, side, side))
        W = rng.normal(size=(c_out, c_in, 3, 3))
        library = seconds(F.conv2d, torch.from_numpy(x), torch.from_numpy(W))
        result[f"conv2d 반복문 ÷ torch, {name}"] = seconds(conv2d, x, W) / library
    return result

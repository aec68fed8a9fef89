"""conv2d가 F.conv2d보다 몇 배 걸리는지 잰다. 스레드는 하나, 수는 float64다.

`python -m benchmarks.conv2d`는 표를 찍는다. 다른 일이 도는 컴퓨터에서도 견줄 수 있게
기다린 시간은 빼고 CPU를 쓴 시간만, 번갈아 재어 가장 빠른 것끼리 나눈다.
"""

from collections.abc import Callable
from time import thread_time

import numpy as np
import torch
import torch.nn.functional as F
from threadpoolctl import threadpool_limits

from lessons.cnn import convolution
from lessons.cnn.conv import fast
from lessons.cnn.conv.layers import conv2d
from lessons.dl.tensor import Tensor

LIMIT = 2.0  # 앞뒤로 한 번 가는 시간이 torch의 몇 배까지인가. 가장 빠른 것은 1 아래
SETTINGS = {
    # 이름: (N, C_in, C_out, 한 변, 커널, 묶음)
    "작은 흑백 그림": (1, 1, 8, 28, 3, 1),
    "작은 컬러 그림": (1, 3, 16, 32, 3, 1),
    "가운데 층": (1, 32, 32, 16, 3, 1),
    "1×1": (8, 64, 64, 16, 1, 1),
    "깊이별": (8, 32, 32, 28, 3, 32),
}
LOOPS = tuple(SETTINGS)[:3]  # 반복문은 나머지에서 몇 초씩 걸린다


def fastest(turns: int, **runs: Callable[[], object]) -> dict[str, float]:
    """번갈아 turns번 돌려, 저마다 가장 빠른 시간(초)."""
    times = dict.fromkeys(runs, np.inf)
    for _ in range(turns):
        for name, run in runs.items():
            start = thread_time()
            run()
            times[name] = min(times[name], thread_time() - start)
    return times


def measured(N, c_in, c_out, side, k, groups, turns=80) -> dict[str, float]:
    rng = np.random.default_rng(0)
    x, W = rng.normal(size=(N, c_in, side, side)), rng.normal(size=(c_out, 1, k, k))
    W = np.repeat(W, c_in // groups, axis=1)
    b, dy = rng.normal(size=c_out), rng.normal(size=(N, c_out, side, side))
    options = {"padding": k // 2, "groups": groups}
    ours = [Tensor(a) for a in (x, W, b)]
    theirs = [torch.tensor(a, requires_grad=True) for a in (x, W, b)]
    upstream = torch.tensor(dy)

    def arrays():
        fast.conv2d(x, W, b, **options)
        fast.conv2d_weight(x, W.shape, dy, **options)
        fast.conv2d_input(x.shape, W, dy, **options)
        dy.sum(axis=(0, 2, 3))

    def tensors():
        conv2d(*ours, **options).backward(dy)

    def library():
        F.conv2d(*theirs, **options).backward(upstream)

    return fastest(turns, arrays=arrays, tensors=tensors, library=library)


def forward(N, c_in, c_out, side, k, _) -> dict[str, float]:
    """출력만 구하는 시간. 반복문은 느려서 세 번만 잰다."""
    x, W = np.ones((N, c_in, side, side)), np.ones((c_out, c_in, k, k))
    there = torch.tensor(x), torch.tensor(W)
    times = fastest(3, loops=lambda: convolution.conv2d(x, W, padding=1))
    return times | fastest(
        40,
        fast=lambda: fast.conv2d(x, W, padding=1),
        library=lambda: F.conv2d(*there, padding=1),
    )


def ratios() -> dict[str, float]:
    """(우리 시간) / (torch 시간). 앞뒤는 출력과 세 기울기까지다."""
    result, threads = {}, torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with threadpool_limits(1):
            for name, setting in SETTINGS.items():
                times = measured(*setting)
                for kind, said in {"arrays": "배열", "tensors": "Tensor"}.items():
                    ratio = times[kind] / times["library"]
                    result[f"conv2d 앞뒤 {said} ÷ torch, {name}"] = ratio
                if name in LOOPS:
                    times = forward(*setting)
                    for kind, said in {"loops": "반복문", "fast": "행렬 곱"}.items():
                        ratio = times[kind] / times["library"]
                        result[f"conv2d 앞 {said} ÷ torch, {name}"] = ratio
    finally:
        torch.set_num_threads(threads)
    return result


if __name__ == "__main__":
    for line, ratio in ratios().items():
        print(f"{line}: {ratio:.2f}")

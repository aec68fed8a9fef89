import numpy as np

from lessons.cnn.filters.canny import canny, connect
from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.filters.smoothing import gaussian_filter, uniform_filter
from lessons.datasets import load_photo


def pieces(edges):
    """이어진 토막의 수. 한 칸에서 시작해 닿는 데까지 지우기를 되풀이한다."""
    left, n = edges.copy(), 0
    while left.any():
        seed = np.zeros_like(left)
        seed[tuple(np.argwhere(left)[0])] = True
        left &= ~connect(seed, left)
        n += 1
    return n


clean = to_gray(load_photo("coffee", size=192))
noisy = clean + np.random.default_rng(0).normal(0, 10, clean.shape)
print("강한 문턱값  비   에지  토막  잡음을 섞었을 때의 헛것")
for high in (60, 120, 240):
    for ratio in (1, 2, 3, 5):
        edges, found = (
            canny(gaussian_filter(x, 1.4), high / ratio, high) > 0
            for x in (clean, noisy)
        )
        near = uniform_filter(edges * 1.0, 3) > 0.01  # 깨끗할 때의 에지에서 한 칸 안
        false = 1 - near[found].mean()
        print(f"{high:11} {ratio:3} {edges.sum():6,} {pieces(edges):5} {false:6.0%}")

# 허용 오차: 0.01
import numpy as np

from lessons import nn
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.receptive_field import influence, receptive_field, spread


def network(depth, rng):
    """채널 8개인 3×3 합성곱을 쌓고 He 초깃값을 넣는다."""
    layers, C = [], 1
    for _ in range(depth):
        conv = Conv2d(C, 8, 3, padding=1, bias=False, rng=rng)
        conv.weight.data[...] = rng.normal(0, np.sqrt(2 / (9 * C)), (8, C, 3, 3))
        layers, C = [*layers, conv, nn.ReLU()], 8
    return nn.Sequential(*layers)


for depth in (2, 5, 10, 20):
    size, _, _ = receptive_field([(3, 1, 1, 1)] * depth)
    widths, shares = [], []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        image = rng.normal(size=(8, 1, size, size))
        a = influence(network(depth, rng), image, size // 2, size // 2)
        widths.append(spread(a))
        middle = slice(size // 4, size - size // 4)
        shares.append(a[middle, middle].sum() / a.sum())
    print(
        f"{depth:2}층: 이론 {size:2}칸, 잰 σ {np.mean(widths):.2f} "
        f"(식 (6.3) {np.sqrt(2 * depth / 3):.2f}), "
        f"한가운데 {size - 2 * (size // 4)}×{size - 2 * (size // 4)}칸의 몫 "
        f"{np.mean(shares):.2f}"
    )

# 허용 오차: 0.1
from functools import partial

import numpy as np

from lessons.datasets import make_moons
from lessons.dl.init import xavier_normal
from lessons.dl.layers import Sigmoid
from lessons.dl.mlp_training import build_mlp, train

X, y = make_moons(100, noise=0.1, rng=np.random.default_rng(0))


def losses(layers, gain):
    """시드 셋에서 500걸음을 걸은 뒤의 손실"""
    init = partial(xavier_normal, gain=gain)
    found = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        model = build_mlp([2, *[16] * layers, 1], Sigmoid, init, rng=rng)
        found.append(train(model, X, y, lr=0.5, steps=500)[-1])
    return found


gains = (1, 2, 4, 8, 16)
for gain in gains:
    six = losses(6, gain)
    print(f"배수 {gain}: 평균 {np.mean(six):.2f}, 가장 나쁜 것 {max(six):.2f}")
passed = [gain for gain in gains if max(losses(12, gain)) < 0.1]
print("은닉층 12개에서 셋을 모두 0.1 아래로 내린 배수:", passed or "없다")

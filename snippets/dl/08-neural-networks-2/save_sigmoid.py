# 허용 오차: 0.1
from functools import partial

import numpy as np

from lessons.datasets import make_moons
from lessons.dl.init import xavier_normal
from lessons.dl.layers import Sigmoid
from lessons.dl.mlp_training import build_mlp, train

X, y = make_moons(100, noise=0.1, rng=np.random.default_rng(0))
sizes = [2, *[16] * 6, 1]
for gain in (1, 2, 4, 8, 16):
    losses = []
    for seed in range(3):
        init = partial(xavier_normal, gain=gain)
        model = build_mlp(sizes, Sigmoid, init, rng=np.random.default_rng(seed))
        losses.append(train(model, X, y, lr=0.5, steps=500)[-1])
    print(f"배수 {gain}: 평균 {np.mean(losses):.2f}, 가장 나쁜 것 {max(losses):.2f}")

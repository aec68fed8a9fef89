import numpy as np

from lessons.datasets import make_moons
from lessons.dl.init import kaiming_normal, xavier_normal
from lessons.dl.layers import ReLU, Sigmoid, Tanh
from lessons.dl.mlp_training import build_mlp, train


def tiny(shape, rng):
    return rng.normal(0, 0.01, shape)


X, y = make_moons(100, noise=0.1, rng=np.random.default_rng(0))
sizes = [2, *[16] * 6, 1]
pairs = {
    "시그모이드, Xavier": (Sigmoid, xavier_normal),
    "tanh, Xavier": (Tanh, xavier_normal),
    "ReLU, Xavier": (ReLU, xavier_normal),
    "ReLU, He": (ReLU, kaiming_normal),
    "ReLU, σ = 0.01": (ReLU, tiny),
}
for name, (activation, init) in pairs.items():
    losses = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        model = build_mlp(sizes, activation, init, rng=rng)
        losses.append(train(model, X, y, lr=0.5, steps=500)[-1])
    print(f"{name}: 평균 {np.mean(losses):.2f}, 가장 나쁜 것 {max(losses):.2f}")

import numpy as np

from lessons.datasets import make_moons
from lessons.dl.init import kaiming_normal, xavier_normal
from lessons.dl.layers import ReLU, Sigmoid
from lessons.dl.mlp_training import build_mlp, train

X, y = make_moons(200, noise=0.1, rng=np.random.default_rng(0))
sizes = [2, *[16] * 6, 1]

for activation, init in ((Sigmoid, xavier_normal), (ReLU, kaiming_normal)):
    model = build_mlp(sizes, activation, init, rng=np.random.default_rng(0))
    losses = train(model, X, y, lr=0.5, steps=1000)
    print(f"{activation.__name__:7}: 손실 {losses[0]:.3f} → {losses[-1]:.3f}")

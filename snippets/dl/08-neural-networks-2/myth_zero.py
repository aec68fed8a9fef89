import numpy as np

from lessons.datasets import make_moons
from lessons.dl.init import xavier_normal
from lessons.dl.layers import Tanh
from lessons.dl.mlp_training import accuracy, build_mlp, train

X, y = make_moons(200, noise=0.1, rng=np.random.default_rng(0))


def all_zero(shape, rng):
    return np.zeros(shape)


def all_same(shape, rng):
    return np.full(shape, 0.3)


inits = {"모두 0": all_zero, "모두 0.3": all_same, "Xavier": xavier_normal}
for name, init in inits.items():
    model = build_mlp([2, 16, 16, 1], Tanh, init, rng=np.random.default_rng(0))
    losses = train(model, X, y, lr=0.5, steps=1000)
    kinds = len(np.unique(model.layers[0].W.round(6), axis=1).T)
    rate = accuracy(model, X, y)
    print(f"{name}: 손실 {losses[-1]:.2f}, 서로 다른 유닛 {kinds}개, {rate:.0%}")

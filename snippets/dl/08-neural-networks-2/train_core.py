import numpy as np

from lessons.datasets import make_moons
from lessons.dl.init import kaiming_normal
from lessons.dl.layers import ReLU
from lessons.dl.mlp_training import build_mlp, logistic_loss

rng = np.random.default_rng(0)
X, y = make_moons(200, noise=0.1, rng=rng)
model = build_mlp([2, 16, 16, 1], ReLU, kaiming_normal, rng=rng)

for step in range(601):
    loss, dz = logistic_loss(model.forward(X), y)  # 앞으로
    model.backward(dz)  # 거꾸로
    for layer in model.layers[::2]:  # 가중치가 있는 층만
        layer.W = layer.W - 0.5 * layer.dW  # 식 (8.18)
        layer.b = layer.b - 0.5 * layer.db
    if step % 200 == 0:
        print(f"{step}걸음: 손실 {loss:.3f}")

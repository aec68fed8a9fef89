import numpy as np

from lessons.datasets import make_moons
from lessons.dl.init import kaiming_normal
from lessons.dl.layers import ReLU
from lessons.dl.mlp_training import build_mlp, logistic_loss, train

rng = np.random.default_rng(0)
X, upstream = rng.standard_normal((64, 256)), rng.standard_normal((64, 256))
for name, init in (("He", kaiming_normal), ("nn.Linear의 처음 값", None)):
    model = build_mlp([256] * 31, ReLU, init, rng=np.random.default_rng(1))
    model.forward(X)
    model.backward(upstream)
    first, last = model.layers[0].dW.std(), model.layers[-1].dW.std()
    print(f"{name}: 첫 층의 기울기는 {first:.1g}, 마지막 층은 {last:.1g}")

X, y = make_moons(200, noise=0.1, rng=rng)
model = build_mlp([2, 16, 1], ReLU, kaiming_normal, rng=rng)
hidden = model.layers[0]
hidden.b = hidden.b - 100
before = hidden.W.copy()
_, dz = logistic_loss(model.forward(X), y)
model.backward(dz)
print("죽은 층의 기울기:", np.abs(hidden.dW).max())
train(model, X, y, lr=0.5, steps=1000)
print("1000걸음 뒤에도 그대로인가:", np.array_equal(hidden.W, before))

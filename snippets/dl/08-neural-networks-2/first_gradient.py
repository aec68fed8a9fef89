import numpy as np

from lessons.datasets import make_moons
from lessons.dl.init import kaiming_normal, xavier_normal
from lessons.dl.layers import ReLU, Sigmoid
from lessons.dl.mlp_training import build_mlp, logistic_loss

X, y = make_moons(200, noise=0.1, rng=np.random.default_rng(0))
sizes = [2, *[16] * 6, 1]

for activation, init in ((Sigmoid, xavier_normal), (ReLU, kaiming_normal)):
    model = build_mlp(sizes, activation, init, rng=np.random.default_rng(0))
    loss, dz = logistic_loss(model.forward(X), y)
    model.backward(dz)
    spread = [layer.dW.std() for layer in model.layers[::2]]
    print(activation.__name__, [f"{s:.0e}" for s in spread])
    print(f"  첫 층은 마지막 층의 {spread[-1] / spread[0]:.0f}분의 1")

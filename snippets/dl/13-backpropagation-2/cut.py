import numpy as np

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, train
from lessons.dl.optimizers import Adam
from lessons.dl.tensor import Tensor

X, y = load_digits()
X = X / 16


def whole(model, X):
    (W1, b1), (W2, b2) = model.layers
    return (X @ W1 + b1).relu() @ W2 + b2


def cut(model, X):
    (W1, b1), (W2, b2) = model.layers
    hidden = (X @ W1 + b1).relu()
    return Tensor(hidden.data) @ W2 + b2


for name, forward in (("제대로", whole), ("끊어짐", cut)):
    rng = np.random.default_rng(0)
    model = MLP((64, 16, 10), rng=rng)
    adam = Adam(model.parameters(), lr=0.004)
    losses = train(
        lambda X, f=forward, m=model: f(m, X),
        X,
        y,
        adam,
        epochs=15,
        batch_size=32,
        rng=rng,
    )
    print(f"{name}: 훈련 손실 {losses[0]:.1f} → {losses[-1]:.2f}", end=", ")
    print("grad가 있는가", [p.grad is not None for p in model.parameters()])

from itertools import pairwise

import numpy as np

from lessons.dl.activations import relu

rng = np.random.default_rng(7)
sizes = [2, 50, 50, 50, 50, 50, 50, 50, 50, 50, 1]
layers = [
    (rng.normal(0, (2 / D) ** 0.5, (D, K)), rng.normal(0, 0.1, K))
    for D, K in pairwise(sizes)
]


def same(z):
    return z


def forward(X, act):
    for W, b in layers[:-1]:
        X = act(X @ W + b)
    W, b = layers[-1]
    return (X @ W + b).ravel()


def bend(act):
    """두 점의 가운데를 넣은 값이 두 출력의 가운데에서 벗어난 크기."""
    P, Q = rng.normal(size=(2, 1000, 2))
    middle = (forward(P, act) + forward(Q, act)) / 2
    return abs(forward((P + Q) / 2, act) - middle).max()


W, b = np.eye(2), np.zeros(2)
for W_next, b_next in layers:
    W, b = W @ W_next, b @ W_next + b_next
X = rng.normal(size=(1000, 2))
print("매개변수:", sum(W.size + b.size for W, b in layers), "→", W.size + b.size)
print("열 층과 한 층이 같은가?", np.allclose(forward(X, same), (X @ W + b).ravel()))
print(f"활성화 없음: 굽은 정도 {bend(same):.6f}")
print("ReLU: 굽었는가?", bend(relu) > 0.1)

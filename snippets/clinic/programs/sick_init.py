from itertools import pairwise

import numpy as np

from lessons.clinic.patient import digit_rows


def build(sizes, rng):
    """층마다의 (W, b)"""
    pairs = pairwise(sizes)
    return [(np.zeros((a, b)), np.zeros(b)) for a, b in pairs]


X, y, _, _ = digit_rows()
layers = build((64, 32, 32, 10), np.random.default_rng(0))
for t in range(201):
    inputs = [X]
    for W, b in layers[:-1]:
        inputs.append(np.maximum(inputs[-1] @ W + b, 0))
    e = np.exp(inputs[-1] @ layers[-1][0] + layers[-1][1])
    p = e / e.sum(axis=1, keepdims=True)
    dz, norms = (p - np.eye(10)[y]) / len(y), []
    for h, (W, b) in zip(reversed(inputs), reversed(layers), strict=True):
        dW, db, dh = h.T @ dz, dz.sum(axis=0), dz @ W.T
        W -= 0.5 * dW
        b -= 0.5 * db
        norms.append(f"{np.linalg.norm(dW):.1f} ({np.linalg.norm(db):.3f})")
        dz = dh * (h > 0)
    if t % 100 == 0:
        loss = -np.log(p[np.arange(len(y)), y]).mean()
        told = ", ".join(reversed(norms))
        print(f"{t:>3}걸음: 손실 {loss:.3f}, 층마다 ‖dW‖ (‖db‖) = {told}")

import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.layers import Linear, ReLU, Sequential
from lessons.plotting import use_korean_font


def tent():
    """2 ReLU(x) − 4 ReLU(x − 0.5)"""
    rng = np.random.default_rng(0)
    hidden, output = Linear(1, 2, rng=rng), Linear(2, 1, bias=False, rng=rng)
    hidden.W, hidden.b = np.ones((1, 2)), np.array([0.0, -0.5])
    output.W = np.array([[2.0], [-4.0]])
    return hidden, ReLU(), output


x = np.linspace(0, 1, 1025)[:, None]
use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 2.8), layout="constrained", sharey=True)
panels = dict(zip((1, 4), axes, strict=True))
for k in (1, 2, 4, 8):
    layers = [layer for _ in range(k) for layer in tent()]
    y = Sequential(*layers).forward(x)[:, 0]
    pieces = 1 + np.count_nonzero(np.diff(np.sign(np.diff(y))))
    print(f"은닉층 {k}개, 유닛 {2 * k:2}개: 직선 조각 {pieces}개")
    if k in panels:
        panels[k].plot(x, y)
        panels[k].set_title(f"은닉층 {k}개, 유닛 {2 * k}개")
plt.show()

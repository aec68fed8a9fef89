import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.activations import relu
from lessons.plotting import use_korean_font

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 1, 1, 0])
W1, b1 = np.array([[1, 1], [1, 1]]), np.array([0, -1])
W2, b2 = np.array([1, -2]), 0

Z = X @ W1 + b1
H = relu(Z)
y_hat = H @ W2 + b2
for x, z, h, out in zip(X, Z, H, y_hat, strict=True):
    print(f"x = {x}  z = {z}  h = {h}  출력 = {out}")
print("정답과 같은가?", (y_hat == y).all())

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.4), layout="constrained")
for ax, points, name in ((axes[0], X, "입력 x"), (axes[1], H, "은닉층 h")):
    for k, marker in ((0, "o"), (1, "s")):
        ax.plot(*points[y == k].T, marker, markersize=11, label=f"정답 {k}")
    ax.set(title=name, xlim=(-0.5, 2.5), ylim=(-0.5, 1.5))
h1 = np.array([-0.5, 2.5])
axes[1].plot(h1, (h1 - 0.5) / 2, "--", color="C2", label="경계")
axes[1].legend(loc="upper left")
plt.show()

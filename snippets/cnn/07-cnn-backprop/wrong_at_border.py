import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.backward import conv2d_backward
from lessons.cnn.conv.fast import conv2d
from lessons.plotting import use_korean_font

rng = np.random.default_rng(0)
x, W, v = rng.normal(size=(7, 7)), rng.normal(size=(3, 3)), rng.normal(size=(7, 7))
W, v = W[None, None], v[None, None]


def loss(x):
    """둘레를 0이 아니라 끝 칸의 사본으로 채우는 합성곱"""
    return np.sum(v * conv2d(np.pad(x, 1, mode="edge")[None, None], W))


padded = np.pad(x, 1, mode="edge")[None, None]
wrong = conv2d_backward(v, padded, W)[0][0, 0, 1:-1, 1:-1]  # 둘레를 떼어 버린다

numeric = np.zeros_like(x)
for p, q in np.ndindex(x.shape):
    step = np.zeros_like(x)
    step[p, q] = 1e-5
    numeric[p, q] = (loss(x + step) - loss(x - step)) / 2e-5
error = np.abs(wrong - numeric)
print("틀린 칸(#):")
for row in error > 1e-6:
    print(" ".join("#" if cell else "." for cell in row))

use_korean_font()
fig, ax = plt.subplots(figsize=(3.4, 2.6), layout="constrained")
fig.colorbar(ax.imshow(error, cmap="magma"), label="기울기의 오차")
ax.axis("off")
plt.show()

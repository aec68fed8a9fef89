import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.entropy import entropy
from lessons.plotting import use_korean_font


def bell(x, centre, width):
    p = np.exp(-0.5 * ((x - centre) / width) ** 2)
    return p / p.sum(axis=-1, keepdims=True)


x = np.linspace(-6, 6, 121)
y = (bell(x, -2, 0.6) + bell(x, 2.2, 0.8)) / 2
centres, widths = np.meshgrid(np.linspace(-4, 4, 81), np.linspace(0.4, 3, 27))
P = bell(x, centres.ravel()[:, None], widths.ravel()[:, None])

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
ax.fill_between(x, y, color="C5", alpha=0.3, label="$y$")
for name, values, style in (
    ("D(y‖p)", entropy(y[:, None], P.T), "-"),
    ("D(p‖y)", entropy(P.T, y[:, None]), "--"),
):
    best = values.argmin()
    centre, width = centres.ravel()[best], widths.ravel()[best]
    print(f"{name}가 가장 작은 종: 가운데 {centre:.1f}, 너비 {width:.1f}")
    ax.plot(x, P[best], style, label=f"{name}로 고른 $p$")
ax.set(xlabel="$x$", ylabel="확률")
ax.legend()
plt.show()

truth, guess = np.array([0, 1, 0]), np.array([0.2, 0.7, 0.1])
with np.errstate(divide="ignore"):
    print(f"H(정답, 예측) = {-np.log(guess[truth == 1]).sum():.4f}")
    print(f"H(예측, 정답) = {-(guess * np.log(truth)).sum():.4f}")

import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.linear_regression import LinearRegression, mean_squared_error
from lessons.plotting import use_korean_font

x = np.array([1.0, 2.0, 3.0])


def report(name, y, w, b):
    loss = mean_squared_error(y, w * x + b)
    print(f"{name}: {w:g}x + {b:g}, MSE {loss:.2f}, 넓이의 합 {loss * len(x):.0f}")


use_korean_font()
moves = {
    "처음": (14, 22, 24),
    "셋째를 30으로": (14, 22, 30),
    "둘째를 25로": (14, 25, 24),
}
fig, axes = plt.subplots(1, 3, figsize=(6.4, 3), sharey=True, layout="constrained")
for ax, (name, times) in zip(axes, moves.items(), strict=True):
    y = np.array(times, dtype=float)
    model = LinearRegression().fit(x[:, None], y)
    w, b = round(model.coef_[0], 9), round(model.intercept_, 9)
    report(name, y, w, b)
    ax.vlines(x, w * x + b, y, color="C1", linestyle=":")
    ax.plot([0, 4], [b, 4 * w + b], color="C0")
    ax.plot(x, y, "o", color="C1")
    ax.set_title(f"{w:g}x + {b:g}")
fig.supxlabel("거리 x (km)")
axes[0].set_ylabel("걸린 시간 y (분)")

y = np.array(moves["처음"], dtype=float)
report("골짜기를 따라", y, 6, 8)
report("골짜기를 가로질러", y, 6, 12)
plt.show()

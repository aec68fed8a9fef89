import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.linear_regression import LinearRegression
from lessons.plotting import use_korean_font

use_korean_font()
x = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
y = np.array([15.0, 20.0, 25.0, 30.0, 35.0])
LATE = 30  # 몇 분 늦추는가

moves = {"그대로": [], "가운데 점": [2], "끝 점": [4], "모든 점": [0, 1, 2, 3, 4]}
fig, axes = plt.subplots(2, 2, figsize=(6.4, 5), sharey=True, layout="constrained")
for ax, (name, moved) in zip(axes.flat, moves.items(), strict=True):
    y_moved = y.copy()
    y_moved[moved] += LATE
    model = LinearRegression().fit(x[:, None], y_moved)
    w, b = model.coef_[0], model.intercept_
    print(f"{name}: {w:.0f}x {b:+.0f}")
    y_hat = model.predict(x[:, None])
    ax.vlines(x, y_hat, y_moved, color="C1", linestyle=":")
    ax.plot(x, y_hat, color="C0")
    ax.plot(x, y_moved, "o", color="C1")
    ax.set_title(f"{name}: {w:.0f}x {b:+.0f}".replace("-", "−"))
fig.supxlabel("거리 x (km)")
fig.supylabel("걸린 시간 y (분)")
plt.show()

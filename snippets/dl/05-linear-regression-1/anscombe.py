import matplotlib.pyplot as plt
import numpy as np

from lessons.data.anscombe import load_anscombe
from lessons.dl.linear_regression import LinearRegression, mean_squared_error
from lessons.plotting import use_korean_font

use_korean_font()
fig, axes = plt.subplots(
    2, 2, figsize=(6.4, 4.8), sharex=True, sharey=True, layout="constrained"
)
for ax, (name, (x, y)) in zip(axes.flat, load_anscombe().items(), strict=True):
    X = x[:, None]
    model = LinearRegression().fit(X, y)
    mse = mean_squared_error(y, model.predict(X))
    print(
        f"{name:>3}: {model.intercept_:.2f} + {model.coef_[0]:.3f}x"
        f"  MSE {mse:.2f}  상관계수 {np.corrcoef(x, y)[0, 1]:.2f}"
    )
    ends = np.array([3.0, 20.0])
    ax.plot(ends, model.predict(ends[:, None]), color="C0")
    ax.plot(x, y, "o", color="C1")
    ax.set_title(name)
fig.supxlabel("x")
fig.supylabel("y")
plt.show()

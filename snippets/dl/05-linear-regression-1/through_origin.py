import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.linear_regression import LinearRegression
from lessons.plotting import use_korean_font

use_korean_font()
X = np.array([[1.0], [2.0], [3.0]])
y = np.array([14.0, 22.0, 24.0])
ends = np.array([[0.0], [4.0]])

fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
for fit_intercept in (True, False):
    model = LinearRegression(fit_intercept=fit_intercept).fit(X, y)
    style, name = ("-", "편향 있음") if fit_intercept else ("--", "편향 없음")
    ax.plot(ends, model.predict(ends), style, label=name)
ax.plot(X, y, "o", color="C2", zorder=3)
ax.set(xlabel="거리 x (km)", ylabel="걸린 시간 y (분)", xlim=(0, 4), ylim=(0, 40))
ax.legend()
plt.show()

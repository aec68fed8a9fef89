import matplotlib.pyplot as plt
import numpy as np

from lessons.data.hubble import load_hubble
from lessons.dl.linear_regression import LinearRegression
from lessons.plotting import use_korean_font

x, y = load_hubble()
ends = np.array([[0.0], [2.2]])

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
for intercept, style, name in ((True, "-", "편향 있음"), (False, "--", "편향 없음")):
    model = LinearRegression(fit_intercept=intercept).fit(x[:, None], y)
    w, b, R2 = model.coef_[0], model.intercept_, model.score(x[:, None], y)
    print(f"{name}: {w:.1f}x {b:+.1f}, 배운 점의 R² {R2:.2f}")
    ax.plot(ends, model.predict(ends), style, label=name)
ax.plot(x, y, "o", color="C2", zorder=3)
ax.set(xlabel="거리 x (백만 파섹)", ylabel="멀어지는 속도 y (km/s)", xlim=(0, 2.2))
ax.legend()
plt.show()

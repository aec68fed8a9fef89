import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.gradient_descent import numerical_gradient
from lessons.plotting import use_korean_font


def f(x):
    return 1.5 * x[0] ** 2 + 2 * x[1] ** 2


x = np.array([1.0, 1.0])
g = numerical_gradient(f, x)
print("기울기:", g.round(6))

h = 1e-4
print("방향 u           내적 g·u   잰 비탈")
for u in ([1, 0], [0, 1], [0.6, 0.8], [0.8, 0.6], [0.8, -0.6], [-0.6, -0.8]):
    u = np.array(u)
    slope = (f(x + h * u) - f(x)) / h
    predicted, measured = np.round([g @ u, slope], 2) + 0.0
    print(f"({u[0]:4.1f}, {u[1]:4.1f})    {predicted:8.2f} {measured:9.2f}")

degrees = np.arange(0, 361)
angles = np.radians(degrees)
slopes = g @ np.stack([np.cos(angles), np.sin(angles)])
steepest = np.degrees(np.arctan2(g[1], g[0]))

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
ax.plot(degrees, slopes)
ax.axhline(0, color="0.6", linewidth=1)
for degree, slope, name, above in (
    (steepest, 5, "기울기의 방향", -36),
    (steepest + 180, -5, "반대 방향", 22),
):
    ax.plot(degree, slope, "o", color="C1")
    ax.annotate(
        name, (degree, slope), (0, above), textcoords="offset points", ha="center"
    )
ax.set_xticks([0, 90, 180, 270, 360], ["0°", "90°", "180°", "270°", "360°"])
ax.set_xlabel("걷는 방향")
ax.set_ylabel("비탈")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.gradient_descent import gradient_descent
from lessons.plotting import use_korean_font

names = {0.05: "느림", 0.45: "빠름", 0.9: "진동", 1.05: "발산"}

use_korean_font()
fig, axes = plt.subplots(2, 2, figsize=(6.4, 5.2), layout="constrained", sharex=True)
curve = np.linspace(-11, 11, 200)
for (lr, name), ax in zip(names.items(), axes.flat, strict=True):
    x = gradient_descent(lambda x: 2 * x, 4.0, lr=lr, steps=10)
    print(f"{name} {lr:.2f}: 배율 {1 - 2 * lr:5.2f}, 10걸음 뒤 x = {x[-1]:.4f}")
    ax.plot(curve, curve**2, color="0.7")
    ax.plot(x, x**2, ".-", color="C0")
    ax.plot(x[0], x[0] ** 2, "o", color="C3")
    ax.set(title=f"{name}  η = {lr}", ylim=(-5, 110))
plt.show()

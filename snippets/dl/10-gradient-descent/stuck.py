import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.gradient_descent import gradient_descent
from lessons.plotting import use_korean_font

t = np.linspace(0, 5, 60)
y = np.sin(3 * t)  # 정답은 w = 3


def loss(w):
    return np.mean((np.sin(w * t) - y) ** 2)


def loss_grad(w):
    return np.mean(2 * (np.sin(w * t) - y) * np.cos(w * t) * t)


ws = np.linspace(0, 6, 601)
use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.2), layout="constrained")
ax.plot(ws, [loss(w) for w in ws], color="0.5")
for i, start in enumerate((1.0, 2.5, 3.5, 5.0)):
    path = gradient_descent(loss_grad, start, lr=0.02, steps=500)
    end = float(path[-1])
    slope = abs(loss_grad(end))
    print(f"w = {start} → {end:.2f}, 손실 {loss(end):.2f}, 비탈 {slope:.4f}")
    ax.plot(start, loss(start), "o", color=f"C{i}")
    ax.plot(end, loss(end), "*", color=f"C{i}", markersize=12)
ax.set(xlabel="$w$", ylabel="손실")
plt.show()

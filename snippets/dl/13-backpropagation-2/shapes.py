import matplotlib.pyplot as plt

from lessons.plotting import use_korean_font

N, D, K = 2, 5, 3
EQUATIONS = [
    [("X", N, D, "C0"), ("W", D, K, "C1"), ("Z", N, K, "C2")],
    [("Xᵀ", D, N, "C0"), ("dZ", N, K, "C2"), ("dW", D, K, "C1")],
    [("dZ", N, K, "C2"), ("Wᵀ", K, D, "C1"), ("dX", N, D, "C0")],
]

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.7), layout="constrained")
for y, equation in zip((0, -5.4, -9.8), EQUATIONS, strict=True):
    for column, (name, height, width, color) in enumerate(equation):
        left, bottom = 6 * column - width / 2, y - height / 2
        ax.add_patch(
            plt.Rectangle((left, bottom), width, height, facecolor=color, alpha=0.35)
        )
        ax.text(6 * column, y, f"{name}\n{height}×{width}", ha="center", va="center")
    ax.text(3, y, "@", ha="center", va="center")
    ax.text(9, y, "=", ha="center", va="center")
ax.set(xlim=(-3, 15), ylim=(-11.5, 2.7), aspect="equal")
ax.axis("off")
plt.show()

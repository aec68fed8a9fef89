import matplotlib.pyplot as plt

from lessons.dl.value import Value
from lessons.plotting import use_korean_font

x, w, b, y = Value(2), Value(3), Value(1), Value(2)
u = w * x
z = u + b
r = z - y
L = r * r
L.backward()

PLACES = {
    "w": (w, 0, 2),
    "x": (x, 0, 0),
    "b": (b, 1, -0.6),
    "y": (y, 2, -1),
    "u = wx": (u, 1, 1),
    "z = u + b": (z, 2, 0.6),
    "r = z − y": (r, 3, 0),
    "L = r·r": (L, 4, 0),
}

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
spots = {value: (column, height) for value, column, height in PLACES.values()}
for value, spot in spots.items():
    for parent in dict.fromkeys(value.parents):
        arrow = {"arrowstyle": "-|>", "color": "C5", "shrinkA": 33, "shrinkB": 33}
        ax.annotate("", spot, spots[parent], arrowprops=arrow)
for name, (value, column, height) in PLACES.items():
    data, grad = f"{value.data:.0f}", f"기울기 {value.grad:.0f}"
    for text, up, color in ((name, 0.4, None), (data, 0, "C0"), (grad, -0.4, "C1")):
        ax.text(column, height + up, text, ha="center", va="center", color=color)
ax.set(xlim=(-0.5, 4.5), ylim=(-1.7, 2.7))
ax.axis("off")
plt.show()

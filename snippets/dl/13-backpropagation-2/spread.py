import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.tensor import Tensor
from lessons.plotting import use_korean_font

b = Tensor([10.0, 20.0, 30.0])
spread = b + Tensor(np.zeros((2, 3)))
dZ = np.array([[1.0, 0.0, 2.0], [4.0, -1.0, 3.0]])
spread.backward(dZ)
print("퍼진 것:", spread.data.tolist())
print("원본의 기울기:", b.grad.tolist())

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 2.5), layout="constrained")
for ax, title, rows, small, arrow in (
    (axes[0], "순전파: 퍼진다", spread.data, b.data, "-|>"),
    (axes[1], "역전파: 더한다", dZ, b.grad, "<|-"),
):
    for i, values in enumerate((*rows, small)):
        y = -i - 0.8 * (i == 2)
        for j, value in enumerate(values):
            face = "C1" if i == 2 else "C0"
            box = plt.Rectangle((j, y), 1, 1, facecolor=face, edgecolor="C5", alpha=0.4)
            ax.add_patch(box)
            ax.text(j + 0.5, y + 0.5, f"{value:g}", ha="center", va="center")
    for j in range(3):
        style = {"arrowstyle": arrow, "color": "C5"}
        ax.annotate("", (j + 0.5, -1.05), (j + 0.5, -1.75), arrowprops=style)
    ax.set(title=title, xlim=(-0.2, 3.2), ylim=(-3, 1.2), aspect="equal")
    ax.axis("off")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.plotting import use_korean_font

X, y = load_digits()
image = np.zeros((12, 18))
image[2:10, 6:14] = X[3].reshape(8, 8)

label = int(y[3])
mask = image >= 4
rows, columns = np.nonzero(mask)
box = [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]
print("클래스:", label)
print("상자 x1, y1, x2, y2:", [int(v) for v in box])
print("마스크:", mask.shape, "가운데 1인 칸", int(mask.sum()))
print("적어야 하는 수:", 1, len(box), mask.size)

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 2.6), layout="constrained")
x1, y1, x2, y2 = np.array(box) - 0.5
corners = [x1, x2, x2, x1, x1], [y1, y1, y2, y2, y1]
axes[0].imshow(image, cmap="gray")
axes[0].plot(*corners, color="C1", linewidth=2)
axes[0].set_title(f"클래스 {label}과 상자")
axes[1].imshow(mask, cmap="gray")
axes[1].set_title("마스크")
for ax in axes:
    ax.set(xticks=[], yticks=[])
plt.show()

import matplotlib.pyplot as plt

from lessons.datasets import load_digits
from lessons.plotting import use_korean_font

X, y = load_digits()
print("그림 한 장의 가운데 네 줄:")
print(X[0].reshape(8, 8)[2:6].astype(int))

use_korean_font()
fig, axes = plt.subplots(2, 5, figsize=(6.4, 2.9), layout="constrained")
for ax, image, label in zip(axes.flat, X, y, strict=False):
    ax.imshow(image.reshape(8, 8), cmap="Greys")
    ax.set_title(f"{label}")
    ax.set_xticks([])
    ax.set_yticks([])
plt.show()

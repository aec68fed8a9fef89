import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.imbalance.anomaly import PCADetector
from lessons.datasets import load_fashion_mnist
from lessons.plotting import use_korean_font

use_korean_font()
X, y = load_fashion_mnist()
X_test, y_test = load_fashion_mnist(train=False)
X, X_test = (A.reshape(len(A), -1) / 255 for A in (X, X_test))
model = PCADetector(20).fit(X[y == 7])  # 운동화만 보았다
rows = [np.flatnonzero(y_test == k)[0] for k in (7, 5, 9, 8, 0)]
names = ("운동화", "샌들", "앵클부츠", "가방", "티셔츠")
drawn = model.pca_.inverse_transform(model.pca_.transform(X_test[rows]))
left = -model.score_samples(X_test[rows])

fig, axes = plt.subplots(2, 5, figsize=(6.4, 3.0), layout="constrained")
for top, bottom, i, back, name, gap in zip(
    *axes, rows, drawn, names, left, strict=True
):
    top.imshow(X_test[i].reshape(28, 28), cmap="gray", vmin=0, vmax=1)
    bottom.imshow(back.reshape(28, 28), cmap="gray", vmin=0, vmax=1)
    top.set_title(name, fontsize=9)
    bottom.set_title(f"남은 것 {gap:.0f}", fontsize=9)
    top.axis("off"), bottom.axis("off")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, train
from lessons.dl.optimizers import SGD
from lessons.plotting import use_korean_font

X, y = load_digits()
rng = np.random.default_rng(0)
model = MLP((64, 16, 10), rng=rng)
W = model.parameters()[0]
before = W.data.copy()
sgd = SGD(model.parameters(), lr=0.1)
losses = train(model, X / 16, y, sgd, epochs=30, batch_size=32, rng=rng)
print(f"훈련 손실 {losses[0]:.2f} → {losses[-1]:.2f}")
change = W.data - before
rows = {"처음": before, "배운 뒤": W.data, "바뀐 몫": change}
for name, weights in rows.items():
    pictures = weights.reshape(8, 8, 16)
    steps = np.abs(np.diff(pictures, axis=0)).mean() / np.abs(weights).mean()
    print(f"{name}: 위아래 이웃의 차이를 크기로 나누면 {steps:.1f}")
on = (X / 16 @ before > 0).mean(axis=0)
print(f"처음에 켜진 사진의 비율: 다섯째 유닛 {on[4]:.2f}, 모두의 평균 {on.mean():.2f}")

use_korean_font()
fig, axes = plt.subplots(3, 8, figsize=(6.4, 2.9), layout="constrained")
for row, (name, weights) in zip(axes, rows.items(), strict=True):
    top = np.abs(weights).max()
    for unit, ax in enumerate(row):
        picture = weights[:, unit].reshape(8, 8)
        ax.imshow(picture, cmap="RdBu", vmin=-top, vmax=top)
        ax.set(xticks=[], yticks=[])
    row[0].set_ylabel(name)
plt.show()

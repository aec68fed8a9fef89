import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, train
from lessons.dl.optimizers import Adam
from lessons.plotting import use_korean_font

X, y = load_digits()
rng = np.random.default_rng(0)
model = MLP((64, 16, 10), rng=rng)
W = model.parameters()[0]
before = W.data.copy()
adam = Adam(model.parameters(), lr=0.004)
losses = train(model, X / 16, y, adam, epochs=30, batch_size=32, rng=rng)
print(f"훈련 손실 {losses[0]:.2f} → {losses[-1]:.2f}")
rough = [np.abs(np.diff(w.reshape(8, 8, 16), axis=0)).mean() for w in (before, W.data)]
size = [np.abs(w).mean() for w in (before, W.data)]
print(f"위아래 이웃의 차이 ÷ 크기: {rough[0] / size[0]:.2f} → {rough[1] / size[1]:.2f}")

use_korean_font()
fig, axes = plt.subplots(2, 8, figsize=(6.4, 2), layout="constrained")
for row, (name, weights) in enumerate((("처음", before), ("배운 뒤", W.data))):
    top = np.abs(weights).max()
    for unit in range(8):
        ax = axes[row, unit]
        picture = weights[:, unit].reshape(8, 8)
        ax.imshow(picture, cmap="RdBu", vmin=-top, vmax=top)
        ax.set(xticks=[], yticks=[])
    axes[row, 0].set_ylabel(name)
plt.show()

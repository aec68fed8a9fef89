import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.conv.fast import conv2d
from lessons.cnn.conv.transpose import conv_transpose2d
from lessons.plotting import use_korean_font

use_korean_font()
rng = np.random.default_rng(0)
flat = np.ones((1, 8, 8, 8))
larger = flat.repeat(2, axis=2).repeat(2, axis=3)
kernels = {k: rng.normal(size=(8, 1, k, k)) for k in (2, 3, 4)}
maps = {
    f"전치 {k}×{k}": conv_transpose2d(flat, kernels[k], stride=2, padding=(k - 1) // 2)
    for k in (2, 3, 4)
}
maps["되풀이 + 3×3"] = conv2d(larger, kernels[3].transpose(1, 0, 2, 3), padding=1)
fig, axes = plt.subplots(1, 4, figsize=(8, 2.4))
for ax, (title, y) in zip(axes, maps.items(), strict=True):
    middle = y[0, 0, 2:-2, 2:-2]
    limit = 1.5 * np.abs(y).max()
    ax.imshow(middle, cmap="gray", vmin=-limit, vmax=limit)
    ax.set_title(title, fontsize="small")
    ax.axis("off")
plt.show()

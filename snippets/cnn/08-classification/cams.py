import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.cnn.classification.grad_cam import explain
from lessons.cnn.classification.shapes import lone_shapes, shape_net
from lessons.cnn.classification.shortcut import stamp
from lessons.plotting import use_korean_font
from lessons.scenes import SHAPES, to_input

use_korean_font()
images, y, _ = lone_shapes(300, rng=np.random.default_rng(7))
chosen = [np.flatnonzero(y == c)[k] for c, k in ((0, 0), (1, 0), (2, 0), (2, 1))]
marked = stamp(images, y == 2)[chosen]
fig, axes = plt.subplots(3, 4, figsize=(6, 4.8), layout="constrained")
for ax, image in zip(axes[0], marked, strict=True):
    ax.imshow(image)
titles = {"shapes": "표시 없이 배움", "shapes_shortcut": "세모에만 찍고 배움"}
for row, (name, title) in zip(axes[1:], titles.items(), strict=True):
    model = shape_net(rng=np.random.default_rng(0)).eval()
    model.load_state_dict(load(f"cnn/{name}"))
    cams, z = explain(model[0], model[1], to_input(marked))
    for ax, cam, image, answer in zip(row, cams, marked, z.argmax(axis=1), strict=True):
        ax.imshow(image.mean(axis=2), cmap="gray", alpha=0.5)
        ax.imshow(cam, cmap="magma", alpha=0.7, extent=(-0.5, 63.5, 63.5, -0.5))
        ax.set_title(f"답: {SHAPES[answer]}", fontsize="small")
    row[0].set_ylabel(title, fontsize="small")
for ax in axes.flat:
    ax.set(xticks=[], yticks=[])
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.cnn.classification.grad_cam import explain
from lessons.cnn.classification.shapes import lone_shapes, shape_net
from lessons.cnn.classification.shortcut import stamp
from lessons.scenes import to_input

images, y, _ = lone_shapes(300, rng=np.random.default_rng(7))
image = stamp(images[y == 2][:1], [True])
model = shape_net(rng=np.random.default_rng(0)).eval()
model.load_state_dict(load("cnn/shapes_shortcut"))
cam, _ = explain(model[0], model[1], to_input(image))
fig, axes = plt.subplots(1, 2, figsize=(4.6, 2.4), layout="constrained")
axes[0].imshow(image[0])
axes[1].imshow(image[0].mean(axis=2), cmap="gray", alpha=0.5)
axes[1].imshow(cam[0], cmap="magma", alpha=0.7, extent=(-0.5, 63.5, 63.5, -0.5))
for ax in axes:
    ax.axis("off")
plt.show()

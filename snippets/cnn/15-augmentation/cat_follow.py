import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.augmentation import compose
from lessons.cnn.augmentation.sample import Sample, masks_to_boxes
from lessons.cnn.segmentation.cat_outlines import LEFT_EYE, NOSE, RIGHT_EYE
from lessons.cnn.segmentation.polygon import fr_poly
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
photo = load_photo("cat").reshape(112, 2, 112, 2, 3).mean(axis=(1, 3))
outlines = [np.array(o) / 2 for o in (LEFT_EYE, RIGHT_EYE, NOSE)]
masks = np.array([fr_poly(outline, 112, 112) for outline in outlines], dtype=bool)
cat = Sample(photo.astype(np.uint8), masks_to_boxes(masks), masks, [0, 0, 1])
steps = {
    "그대로": compose.Compose([]),
    "HorizontalFlip": compose.HorizontalFlip(p=1),
    "Rotate": compose.Rotate(p=1, limit=40),
    "Affine": compose.Affine(p=1, scale=0.4, shear=20),
    "RandomCrop": compose.RandomCrop(p=1, height=80, width=80, min_visibility=0.3),
    "ColorJitter": compose.ColorJitter(p=1, brightness=0.6, contrast=0.6),
    "GaussianBlur": compose.GaussianBlur(p=1),
    "CoarseDropout": compose.CoarseDropout(p=1, size=0.35),
}
fig, axes = plt.subplots(2, 4, figsize=(7, 3.8), layout="constrained")
for ax, (name, step) in zip(axes.flat, steps.items(), strict=True):
    new = step(cat, rng=np.random.default_rng(3))
    ax.imshow(new.image)
    for box, mask in zip(new.boxes, new.masks, strict=True):
        x, y = box[[0, 2, 2, 0, 0]] - 0.5, box[[1, 1, 3, 3, 1]] - 0.5
        ax.plot(x, y, color="C1", linewidth=1)
        ax.contour(mask, [0.5], colors="C2", linewidths=1)
    ax.set_title(name, fontsize=8)
    ax.axis("off")
plt.show()

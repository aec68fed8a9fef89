import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.segmentation.cat_outlines import LEFT_EYE, NOSE, RIGHT_EYE, WHISKER
from lessons.cnn.segmentation.polygon import fr_poly
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
photo = load_photo("cat")
outlines = (LEFT_EYE, RIGHT_EYE, NOSE, WHISKER)
masks = np.array([fr_poly(outline, 224, 224) for outline in outlines])
small = photo.reshape(112, 2, 112, 2, 3).mean(axis=(1, 3)).astype(np.uint8)
fig, axes = plt.subplots(1, 2, figsize=(6, 3))
axes[0].imshow(small, extent=(0, 224, 224, 0))
for outline in outlines:
    axes[0].fill(*np.array(outline).T, fill=False, edgecolor="C1", linewidth=1)
axes[0].set_title("다각형", fontsize="small")
axes[1].imshow(
    np.tensordot([1, 1, 2, 3], masks, axes=1), cmap="Set2", extent=(0, 224, 224, 0)
)
axes[1].set_title("마스크", fontsize="small")
for ax in axes:
    ax.axis("off")
plt.show()

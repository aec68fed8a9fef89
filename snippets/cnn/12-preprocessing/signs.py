import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.preprocessing.resize import resize, to_uint8
from lessons.cnn.preprocessing.signs import SIGNS, make_signs
from lessons.plotting import use_korean_font

use_korean_font()
images, labels = make_signs(60, rng=np.random.default_rng(1))
strip = [resize(images[labels == label][0], 32) for label in range(9)]
fig, ax = plt.subplots(figsize=(6.4, 1), layout="constrained")
ax.imshow(to_uint8(np.concatenate(strip, axis=1)))
ax.set_xticks(16 + 32 * np.arange(9), SIGNS, fontsize="xx-small")
ax.tick_params(length=0)
ax.set_yticks([])
plt.show()

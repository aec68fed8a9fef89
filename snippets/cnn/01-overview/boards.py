import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.locality import scatter, shuffle_pixels
from lessons.datasets import load_digits
from lessons.plotting import use_korean_font

rng = np.random.default_rng(5)
X, y = load_digits()
first = [np.flatnonzero(y == k)[0] for k in (3, 3, 5, 7, 9)]
first[1] = np.flatnonzero(y == 3)[1]
boards = scatter(X[first].reshape(-1, 8, 8) / 16, 12, rng=rng)
shuffled = shuffle_pixels(boards, rng.permutation(144))
same = np.array_equal(np.sort(boards, axis=None), np.sort(shuffled, axis=None))
print("판:", boards.shape, "담긴 수는 그대로인가:", same)

use_korean_font()
fig, axes = plt.subplots(2, 5, figsize=(7, 3.1), layout="constrained")
for axis, image, label in zip(axes[0], boards, y[first], strict=True):
    axis.imshow(image, cmap="Greys")
    axis.set_title(str(label))
for axis, image in zip(axes[1], shuffled, strict=True):
    axis.imshow(image, cmap="Greys")
for axis in axes.flat:
    axis.set(xticks=[], yticks=[])
axes[0, 0].set_ylabel("그대로")
axes[1, 0].set_ylabel("섞은 뒤")
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.locality import neighbor_correlation, shuffle_pixels
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

cat = load_photo("cat")
gray = cat.mean(axis=2)  # 세 색의 평균, (224, 224)
order = np.random.default_rng(0).permutation(gray.size)
mixed = shuffle_pixels(gray, order)
distances = [1, 2, 4, 8, 16, 32, 64]
near = [neighbor_correlation(gray, d) for d in distances]
far = [neighbor_correlation(mixed, d) for d in distances]
print("떨어진 칸:", distances)
print("고양이:", np.round(near, 2))
print("섞은 것:", np.abs(far).max() < 0.02, "(모두 0.02보다 작다)")

use_korean_font()
fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.5), layout="constrained")
small = load_photo("cat", 96)
order = np.random.default_rng(0).permutation(96 * 96)
axes[0].imshow(small)
axes[1].imshow(small.reshape(-1, 3)[order].reshape(small.shape))
for axis, title in zip(axes, ["고양이", "픽셀을 섞은 고양이"], strict=False):
    axis.set(xticks=[], yticks=[], title=title)
axes[2].plot(distances, near, "o-", label="고양이")
axes[2].plot(distances, far, "s--", label="섞은 것")
axes[2].set(xscale="log", xlabel="떨어진 칸", title="이웃과의 상관", ylim=(-0.1, 1.05))
axes[2].set_xticks(distances, distances)
axes[2].minorticks_off()
axes[2].legend()
plt.show()

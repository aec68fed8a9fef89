import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.conv.im2col import col2im, im2col
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

photo = load_photo("cat", 56).mean(axis=2) / 255
x = photo[None, None]
options = {"kernel_size": 3, "stride": 2, "padding": 1}

back = col2im(im2col(x, **options), x.shape[2:], **options)[0, 0]
seen = col2im(np.ones_like(im2col(x, **options)), x.shape[2:], **options)[0, 0]
print("한 칸을 본 창의 수:", np.unique(seen).astype(int))
print("창의 수로 나누면 원래 그림인가:", np.allclose(back / seen, photo))

use_korean_font()
fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.6), layout="constrained")
pictures = {
    "원래 그림": photo,
    "im2col 뒤 col2im": back,
    "창의 수로 나눈 것": back / seen,
}
for ax, (title, picture) in zip(axes, pictures.items(), strict=True):
    ax.imshow(picture, cmap="gray", vmin=0, vmax=picture.max())
    ax.set_title(title, fontsize="medium")
    ax.axis("off")
plt.show()

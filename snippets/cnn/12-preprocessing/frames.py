import matplotlib.pyplot as plt

from lessons.cnn.preprocessing.frame import center_crop, crop, letterbox
from lessons.cnn.preprocessing.resize import resize, to_uint8
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
wide = crop(load_photo("rocket"), 40, 0, 112, 224)
pictures = {
    "224×112": wide,
    "눌러 넣기": resize(wide, 96),
    "가운데 자르기": center_crop(resize(wide, (96, 192)), 96),
    "비율 지키기": letterbox(wide, 96, fill=114),
}
fig, axes = plt.subplots(
    1, 4, figsize=(6.4, 1.7), layout="constrained", width_ratios=(2, 1, 1, 1)
)
for ax, (name, picture) in zip(axes, pictures.items(), strict=True):
    print(f"{name}: {picture.shape[:2]}")
    ax.imshow(to_uint8(picture))
    ax.set_title(name, fontsize="x-small")
    ax.set(xticks=[], yticks=[])
plt.show()

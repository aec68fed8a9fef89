import matplotlib.pyplot as plt

from lessons.cnn.tracking.crowd import crowd_video
from lessons.plotting import use_korean_font

use_korean_font()
video = crowd_video(0)
figure, axes = plt.subplots(1, 3, figsize=(8, 4.5), layout="constrained")
for ax, t in zip(axes, (21, 26, 31), strict=True):
    scene = video[t]
    ax.imshow(scene.image[:148, 32:128], extent=(32, 128, 148, 0))
    for one, name, color in ((42, "가", "C1"), (47, "나", "white")):
        at = scene.ids.tolist().index(one)
        x1, y1, x2, y2 = scene.boxes[at]
        style = "-" if scene.visible[at] > 0.25 else ":"
        box = plt.Rectangle((x1, y1), x2 - x1, y2 - y1, ls=style, lw=2)
        box.set(fill=False, edgecolor=color)
        ax.add_patch(box)
        y, side = (y1 - 2, "bottom") if y1 > 20 else (y2 + 3, "top")
        ax.text(x1, y, name, color=color, weight="bold", va=side)
    ax.set(title=f"{t}번 프레임", xticks=[], yticks=[])
plt.show()

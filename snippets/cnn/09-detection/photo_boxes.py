import matplotlib.pyplot as plt

from lessons.cnn.detection.boxes import box_iou
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font

use_korean_font()
BOXES = {
    "받침": [0, 40, 213, 216],
    "잔": [40, 8, 178, 160],
    "숟가락": [126, 36, 182, 182],
}
print(box_iou([*BOXES.values()], [*BOXES.values()]).round(2))

fig, ax = plt.subplots(figsize=(3.6, 3.6))
ax.imshow(load_photo("coffee"))
for k, (name, (x1, y1, x2, y2)) in enumerate(BOXES.items()):
    color = f"C{k}"
    ax.add_patch(
        plt.Rectangle((x1, y1), x2 - x1, y2 - y1, fill=False, ec=color, lw=2.5)
    )
    label = {"facecolor": "white", "edgecolor": color, "pad": 1.5}
    ax.text(x1 + 4, y2 - 5, name, color="black", bbox=label, fontsize="small")
ax.axis("off")
plt.show()

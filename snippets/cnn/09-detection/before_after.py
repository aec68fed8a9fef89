import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.cnn.detection.yolo import decode
from lessons.plotting import use_korean_font
from lessons.scenes import SHAPES, make_scenes

use_korean_font()
scenes = make_scenes(100, rng=np.random.default_rng(100))
out = load("cnn/yolo_out")["out"]
raw = decode(out, 64, score_threshold=0.2, iou_threshold=1)
n = int(np.argmax([len(found["boxes"]) for found in raw]))
found = {"NMS 전": raw[n], "NMS 뒤": decode(out[n : n + 1], 64, 0.2)[0]}

fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.3))
for ax, (name, boxes) in zip(axes, found.items(), strict=True):
    ax.imshow(scenes[n].image, extent=(0, 64, 64, 0))
    for (x1, y1, x2, y2), label in zip(boxes["boxes"], boxes["labels"], strict=True):
        edge = {"fill": False, "ec": f"C{label + 1}", "lw": 1.5}
        ax.add_patch(plt.Rectangle((x1, y1), x2 - x1, y2 - y1, **edge))
    ax.set_title(f"{name}: 상자 {len(boxes['boxes'])}개", fontsize="small")
    ax.axis("off")
names = ", ".join(SHAPES[k] for k in found["NMS 뒤"]["labels"])
print("남은 것:", names, found["NMS 뒤"]["scores"].round(2))
plt.show()

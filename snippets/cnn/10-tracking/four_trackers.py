import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.tracking.assignment import greedy_assignment
from lessons.cnn.tracking.deepsort import DeepSort
from lessons.cnn.tracking.sort import Sort
from lessons.plotting import use_korean_font

use_korean_font()
start = np.array([[20, 30], [20, 62], [75, 100], [110, 70]])
speed = np.array([[3, 0], [1.5, 0.5], [-1, -2], [-2, 1]])
colors, look = ["C0", "C1", "C2", "C3"], np.eye(4)
STILL = {"moving": False}
trackers = {
    "탐욕": Sort(3, 2, 0.1, assign=greedy_assignment, **STILL),
    "헝가리안": Sort(3, 2, 0.1, **STILL),
    "칼만": Sort(30, 2, 0.1),
    "겉모습": DeepSort(30, 2, 0.1),
}
figure, axes = plt.subplots(2, 2, figsize=(4.2, 4.4), layout="constrained")
for ax, (name, tracker) in zip(axes.flat, trackers.items(), strict=True):
    for t in range(22):
        centre = start + speed * t
        boxes = np.hstack([centre - 9, centre + 9])
        seen = [k for k in range(4) if k or not 9 <= t <= 15]  # 첫째를 가린다
        ids, shown = tracker.update(boxes[seen], np.ones(len(seen)), look[seen])
    for k in range(4):
        ax.add_patch(plt.Rectangle(boxes[k, :2], 18, 18, color=colors[k], alpha=0.5))
    for i, box in zip(ids, shown, strict=True):
        ax.text(*(box[:2] + box[2:]) / 2, i, ha="center", va="center", weight="bold")
    ax.set(title=name, xlim=(0, 130), ylim=(130, 0), xticks=[], yticks=[])
    ax.set_aspect("equal")
plt.show()

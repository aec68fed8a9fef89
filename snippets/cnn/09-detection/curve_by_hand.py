import numpy as np

from lessons.cnn.detection.average_precision import match_detections

truths = [[0, 0, 10, 10], [20, 0, 30, 10], [40, 0, 50, 10], [60, 0, 70, 10]]
boxes = [[0, 0, 10, 10], [1, 0, 11, 10], [20, 1, 30, 11], [46, 0, 56, 10]]
hits = match_detections(boxes, [0.9, 0.8, 0.7, 0.6], truths)
right = np.cumsum(hits)
P, R = right / np.arange(1, 5), right / len(truths)  # 식 (9.9)
print("맞음", hits, "정밀도", P.round(2), "재현율", R)

best = np.append(np.maximum.accumulate(P[::-1])[::-1], 0)  # 식 (9.10)
for n in (11, 101):
    r = np.linspace(0, 1, n)
    print(f"{n}점: {best[np.searchsorted(R, r)].mean():.3f}")  # 식 (9.11)
print(f"모든 점: {np.diff(R, prepend=0) @ best[:-1]:.3f}")  # 식 (9.12)

import numpy as np

from lessons.cnn.detection.anchors import (
    assign_anchors,
    encode_deltas,
    grid_anchors,
)

truths = [[10, 20, 30, 36], [40, 40, 50, 62]]
anchors = grid_anchors(8, 8, sizes=[12, 20])
chosen = assign_anchors(anchors, truths, high=0.6, low=0.4)
print("앵커", len(anchors))
for k, name in ((0, "첫 객체"), (1, "둘째 객체"), (-1, "배경"), (-2, "뺀 것")):
    print(f"{name}: {(chosen == k).sum()}개")
k = np.flatnonzero(chosen == 0)[0]
print("앵커", anchors[k].round(1))
print("옮길 양", encode_deltas(anchors[k : k + 1], truths[:1]).round(2)[0])

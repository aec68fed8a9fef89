import numpy as np

from lessons.cnn.segmentation.metrics import boundary_f, class_iou, dice, jaccard

truth = np.array([[0, 1, 1, 0], [0, 1, 1, 0]], dtype=bool)
found = np.array([[0, 0, 1, 1], [0, 0, 1, 1]], dtype=bool)
print(
    f"정확도 {(truth == found).mean():.2f}, IoU {jaccard(truth, found):.2f}, "
    f"Dice {dice(truth, found):.2f}"
)

nothing = np.zeros_like(truth)
print("둘 다 비었다:", jaccard(nothing, nothing), dice(nothing, nothing))
print("놓쳤다:", jaccard(truth, nothing), dice(truth, nothing))
labels, answer = truth.astype(int), found.astype(int)
print("세 클래스 가운데 하나가 없다:", class_iou(labels, answer, 3).round(2))

square = np.zeros((6, 8), dtype=bool)
square[1:5, 1:5] = True
moved = np.roll(square, 1, axis=1)
F = [boundary_f(square, moved, tolerance) for tolerance in (0, 1)]
print(f"한 칸 옆의 네모: IoU {jaccard(square, moved):.2f}, 경계 F {F}")

from lessons.cnn.detection.average_precision import (
    METHODS,
    average_precision,
    match_detections,
    precision_recall,
)

truths = [[0, 0, 10, 10], [20, 0, 30, 10], [40, 0, 50, 10], [60, 0, 70, 10]]
boxes = [[0, 0, 10, 10], [1, 0, 11, 10], [20, 1, 30, 11], [46, 0, 56, 10]]
scores = [0.9, 0.8, 0.7, 0.6]
hits = match_detections(boxes, scores, truths)
p, r = precision_recall(scores, hits, n_truths=4)
print("맞음  ", hits)
print("정밀도", p.round(2))
print("재현율", r)
for method in METHODS:
    print(f"{method:>3}점: {average_precision(p, r, method):.3f}")

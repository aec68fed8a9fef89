from lessons.cnn.detection.average_precision import (
    average_precision,
    match_detections,
    precision_recall,
)
from lessons.cnn.detection.boxes import box_iou
from lessons.cnn.detection.nms import nms, soft_nms

truths = [[0, 0, 10, 20], [2, 0, 12, 20]]  # 나란히 선 두 사람
boxes = [[0, 0, 10, 20], [2, 0, 12, 20], [0, 1, 10, 21]]
scores = [0.9, 0.8, 0.7]
print(f"두 사람의 IoU {box_iou(truths[:1], truths[1:]).item():.2f}")


def ap(keep, values):
    kept = [boxes[k] for k in keep]
    p, r = precision_recall(values, match_detections(kept, values, truths), 2)
    return average_precision(p, r)


for threshold in (0.5, 0.7):
    keep = nms(boxes, scores, threshold)
    print(f"NMS {threshold}: {keep}, AP {ap(keep, [scores[k] for k in keep]):.2f}")
keep, lowered = soft_nms(boxes, scores)
print(f"soft-NMS: {keep}, 점수 {lowered.round(2)}, AP {ap(keep, lowered):.2f}")

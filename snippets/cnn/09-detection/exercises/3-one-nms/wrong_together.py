"""클래스가 다른 상자까지 지웠다."""

from lessons.cnn.detection.nms import nms


def batched(boxes, scores, idxs, iou_threshold):
    return nms(boxes, scores, iou_threshold)

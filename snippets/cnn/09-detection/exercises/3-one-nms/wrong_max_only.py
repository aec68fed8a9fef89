"""좌표가 음수면 가장 큰 좌표만큼 밀어도 겹친다."""

from lessons.cnn.detection.nms import nms


def batched(boxes, scores, idxs, iou_threshold):
    apart = boxes.max() + 1
    return nms(boxes + apart * idxs[:, None], scores, iou_threshold)

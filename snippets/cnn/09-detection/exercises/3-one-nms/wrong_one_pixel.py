"""한 픽셀씩만 밀어 다른 클래스의 상자가 아직 겹친다."""

from lessons.cnn.detection.nms import nms


def batched(boxes, scores, idxs, iou_threshold):
    return nms(boxes + idxs[:, None], scores, iou_threshold)

import numpy as np

from lessons.cnn.detection.nms import batched_nms, nms


def batched(boxes, scores, idxs, iou_threshold):
    """nms를 한 번만 불러 클래스마다의 NMS를 한다.

    boxes: (N, 4), scores와 idxs: (N,), 모두 NumPy 배열. N은 1 이상이다
    반환: 남은 상자의 번호
    받은 것은 고치지 않는다
    """
    apart = boxes.max() - boxes.min() + 1
    return nms(boxes + apart * idxs[:, None], scores, iou_threshold)


boxes = np.array([[0, 0, 10, 10], [1, 0, 11, 10], [2, 0, 12, 10]])
scores, idxs = np.array([0.9, 0.8, 0.7]), np.array([0, 1, 0])
print(batched(boxes, scores, idxs, 0.5), batched_nms(boxes, scores, idxs, 0.5))

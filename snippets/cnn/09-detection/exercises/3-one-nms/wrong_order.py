"""점수가 높은 것부터 늘어놓는다."""

import numpy as np

from lessons.cnn.detection.nms import nms


def batched(boxes, scores, idxs, iou_threshold):
    groups = [np.flatnonzero(idxs == k) for k in np.unique(idxs)]
    return np.concatenate([g[nms(boxes[g], scores[g], iou_threshold)] for g in groups])

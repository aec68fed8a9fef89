import numpy as np

from lessons.cnn.segmentation.panoptic import panoptic_quality

_, A, B, C, D = (0, 0), (1, 1), (1, 2), (1, 7), (1, 8)  # (클래스, 번호)
truth = np.array([[[A, A, A, A, B, B, B, B, _, _, _, _]]])
found = np.array([[[C, C, C, _, _, _, _, _, D, D, _, _]]])
pq = panoptic_quality(truth, found, num_classes=2)
print("맞힌 조각", pq.tp[1], "헛짚은 조각", pq.fp[1], "놓친 조각", pq.fn[1])
print("SQ", pq.sq[1], "RQ", pq.rq[1], "PQ", pq.pq[1])

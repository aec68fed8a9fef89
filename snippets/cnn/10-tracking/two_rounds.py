import numpy as np

from lessons.cnn.tracking.assignment import linear_sum_assignment
from lessons.cnn.tracking.sort import in_rounds

scores = np.array([0.9, 0.3, 0.2])  # 둘째는 가려진 물체, 셋째는 헛것이다
apart = np.array([[0.1, 0.7, 1.0], [0.9, 0.2, 1.0]])  # 1 − IoU
high = scores >= 0.5
stages = [(np.where(mask, apart, np.inf), 0.8) for mask in (high, ~high)]
print("높은 것만", in_rounds(stages[:1], linear_sum_assignment))
print("두 번에", in_rounds(stages, linear_sum_assignment))

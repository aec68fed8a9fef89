import numpy as np

from lessons.cnn.tracking.assignment import linear_sum_assignment
from lessons.cnn.tracking.sort import in_rounds

apart = np.array([[0.6, 0.3], [0.3, 0.6]])  # 1 − IoU. 스치며 자리가 뒤섞였다
memory = np.array([[1, 0], [0, 1]])  # 궤적이 기억하는 겉모습
features = np.array([[0.96, 0.28], [0.28, 0.96]])  # 검출의 겉모습
unlike = 1 - memory @ features.T
print("자리만", in_rounds([(apart, 0.8)], linear_sum_assignment))
stages = [(unlike, 0.2), (apart, 0.8)]  # 비용과, 이보다 비싸면 맺지 않는 한계
print("겉모습부터", in_rounds(stages, linear_sum_assignment))

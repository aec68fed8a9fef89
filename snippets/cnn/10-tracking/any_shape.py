import numpy as np

from lessons.cnn.tracking.assignment import linear_sum_assignment

score = np.array([[0.9, 0.8, 0.1], [0.8, 0.1, 0.2]])  # IoU는 클수록 좋다
rows, columns = linear_sum_assignment(score, maximize=True)
print("궤적 둘, 검출 셋:", rows, columns, "합", score[rows, columns].sum())
cost = np.array([[1, np.inf], [np.inf, 2]])
print("못 맺는 짝을 피한다:", linear_sum_assignment(cost)[1])
try:
    linear_sum_assignment([[1, np.inf], [2, np.inf]])
except ValueError as error:
    print(error)

import numpy as np

from lessons.cnn.detection.boxes import box_iou
from lessons.cnn.tracking import kalman, motion
from lessons.cnn.tracking.assignment import linear_sum_assignment

start = np.array([[0, 0, 20, 20], [60, 0, 80, 20]])  # 오른쪽으로 4, 왼쪽으로 4
step = np.array([[4, 0, 4, 0], [-4, 0, -4, 0]])
x = np.pad(motion.to_measurement(start), ((0, 0), (0, 3)))  # 속도는 아직 모른다
P = np.stack([motion.P0] * 2)
for t in range(1, 4):
    boxes = (start + t * step)[::-1]  # 검출은 차례가 뒤바뀌어 온다
    x, P = kalman.predict(x, P, motion.F, motion.Q)  # 예측
    i, j = linear_sum_assignment(1 - box_iou(motion.to_boxes(x), boxes))  # 짝짓기
    z = motion.to_measurement(boxes[j])
    x, P = kalman.update(x[i], P[i], z, motion.R, motion.H)  # 섞기
    print(f"{t}프레임: 검출 {j}, 가로 속도 {x[:, 4].round(1)}")

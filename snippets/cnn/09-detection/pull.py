import numpy as np

from lessons.cnn.detection.boxes import box_iou, generalized_box_iou
from lessons.dl.gradient_descent import numerical_gradient

truth = [[0, 0, 4, 4]]
for name, measure in {"IoU": box_iou, "GIoU": generalized_box_iou}.items():
    box = np.array([10.0, 1, 14, 5])
    for step in range(801):
        if step in (0, 200, 800):
            overlap = box_iou([box], truth).item()
            print(f"{name:<4} {step:>3}걸음  {box.round(1)}  IoU {overlap:.2f}")
        slope = numerical_gradient(lambda b, f=measure: -f([b], truth).item(), box)
        box = box - slope

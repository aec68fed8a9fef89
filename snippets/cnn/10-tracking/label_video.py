import numpy as np

from lessons.cnn.detection.boxes import box_iou
from lessons.cnn.tracking.interpolation import interpolate
from lessons.scenes import make_video

video = make_video(121, 8, speed=3, rng=np.random.default_rng(4))
boxes = np.stack([scene.boxes for scene in video])  # (프레임, 물체, 4)
print("손계산:", interpolate([0, 10], [[0, 20, 10, 30], [40, 0, 60, 20]], [3])[0])
for step in (5, 10, 20, 40):
    keys, every = np.arange(0, len(boxes), step), np.arange(len(boxes))
    filled = [interpolate(keys, boxes[keys, k], every) for k in range(8)]
    iou = [box_iou(filled[k], boxes[:, k]).diagonal() for k in range(8)]
    drawn = len(keys) / len(boxes)
    print(f"{step:2d}프레임마다 그리면: 손으로 {drawn:3.0%},", end=" ")
    print(
        f"IoU 평균 {np.mean(iou):.2f}, 0.7 넘는 상자 {np.mean(np.array(iou) > 0.7):.0%}"
    )

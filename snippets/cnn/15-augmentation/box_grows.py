import numpy as np

from lessons.cnn.augmentation.geometric import affine_matrix, move, warp_boxes
from lessons.cnn.augmentation.sample import Sample, masks_to_boxes
from lessons.cnn.detection.boxes import box_area

y, x = np.mgrid[:64, :64] + 0.5
disk = (x - 32) ** 2 + (y - 32) ** 2 < 10**2
sample = Sample(disk * 1.0, masks_to_boxes(disk[None]), disk[None], [0])
print("각도, 꼭짓점에서 친 상자의 넓이, 마스크에서 다시 친 상자의 넓이")
for angle in (0, 15, 45, 90):
    new = move(sample, affine_matrix((64, 64), angle))
    tight = masks_to_boxes(new.masks)
    print(angle, box_area(new.boxes).round(0), box_area(tight))
quarter, box = affine_matrix((64, 64), 45), sample.boxes
for _ in range(8):
    box = warp_boxes(box, quarter)
print("45도씩 여덟 번 돌려 제자리에 오면:", box_area(box).round(0))

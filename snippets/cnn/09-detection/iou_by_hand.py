from lessons.cnn.detection.boxes import box_iou, generalized_box_iou

A, B, FAR = [0, 0, 4, 4], [2, 0, 6, 4], [8, 0, 12, 4]
print("IoU ", box_iou([A], [B, FAR]).round(3))
print("GIoU", generalized_box_iou([A], [B, FAR]).round(3))

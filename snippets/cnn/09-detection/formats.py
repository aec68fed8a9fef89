from lessons.cnn.detection.boxes import box_convert

for name in ("xywh", "cxcywh"):
    print(name, box_convert([10, 20, 30, 36], "xyxy", name))

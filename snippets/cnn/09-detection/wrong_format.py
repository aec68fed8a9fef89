from lessons.cnn.detection.boxes import box_iou

saved = [[40, 20, 20, 16]]  # 왼쪽, 위, 너비, 높이로 적힌 파일에서 읽었다
print(box_iou(saved, [[40, 20, 60, 36]]))

from lessons.cnn.detection.nms import batched_nms, nms

boxes = [[0, 0, 10, 10], [1, 0, 11, 10], [4, 0, 14, 10], [20, 0, 30, 10]]
scores = [0.9, 0.8, 0.7, 0.6]
for threshold in (0.3, 0.5, 0.9):
    print(f"문턱 {threshold}: {nms(boxes, scores, threshold)}")
print("클래스마다:", batched_nms(boxes, scores, [0, 1, 0, 0], 0.3))

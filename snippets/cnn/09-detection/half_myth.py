from lessons.cnn.detection.boxes import box_iou

CASES = {
    "절반을 옆으로": [6, 0, 18, 12],
    "3분의 1을 옆으로": [4, 0, 16, 12],
    "절반만 덮는다": [0, 0, 6, 12],
    "6분의 1씩 비스듬히": [2, 2, 14, 14],
    "변이 17 ÷ 12배": [0, 0, 17, 17],
}
for name, (x1, y1, x2, y2) in CASES.items():
    shared = (min(12, x2) - x1) * (min(12, y2) - y1)
    iou = box_iou([[0, 0, 12, 12]], [[x1, y1, x2, y2]]).item()
    print(f"IoU {iou:.2f}, 정사각형의 {shared / 144:.0%}가 겹친다: {name}")

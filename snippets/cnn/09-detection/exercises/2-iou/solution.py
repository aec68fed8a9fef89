def iou(a, b):
    """두 상자의 IoU. 합친 넓이가 0이면 0이다.

    a, b: (x1, y1, x2, y2)
    """
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    either = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both
    return both / either if either else 0.0


print(f"{iou((0, 0, 6, 6), (3, 3, 9, 9)):.3f}")
print(iou((0, 0, 2, 2), (5, 5, 7, 7)))

def iou(a, b):
    """두 상자의 IoU. 합친 넓이가 0이면 0이다.

    a, b: (x1, y1, x2, y2)
    """
    raise NotImplementedError

def flip_boxes(boxes, width):
    """너비가 width인 사진을 좌우로 뒤집었을 때의 상자.

    boxes: (n, 4) xyxy 픽셀. 하나도 없을 수 있다
    반환: (n, 4) xyxy, 받은 배열은 고치지 않는다
    """
    raise NotImplementedError

def to_mask(counts, h, w):
    """COCO의 이어진 길이를 (h, w)의 참거짓 배열로 되돌린다.

    counts: 0의 길이부터 번갈아 적은 목록. 세로로 훑은 것이다
    받은 것은 고치지 않는다
    """
    raise NotImplementedError

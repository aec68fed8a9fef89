def equalize_table(counts):
    """밝기 0–255의 개수 (256,)를 받아, 밝기마다의 새 밝기 (256,)를 정수로 돌려준다.

    받은 것은 고치지 않는다
    """
    raise NotImplementedError

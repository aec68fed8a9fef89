def correlate1d(x, w, stride=1, padding=0):
    """1차원 상호상관. x와 w는 1차원 배열이고, 반환값도 1차원 배열이다.

    받은 것은 고치지 않는다
    """
    raise NotImplementedError

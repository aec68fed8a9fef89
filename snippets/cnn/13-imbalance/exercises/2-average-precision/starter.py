def average_precision(y, score):
    """재현율이 는 만큼을 무게로 한 정밀도의 평균. 동점은 함께 임곗값을 넘는다.

    y: (N,) 0과 1. 1이 하나 이상 있다, score: (N,)
    반환: 수 하나
    받은 것은 고치지 않는다
    """
    raise NotImplementedError

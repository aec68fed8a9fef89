def ap(hits, n_truths):
    """모든 점의 AP. 식 (9.12)

    hits: 점수가 높은 것부터 맞았는지(True, False), n_truths: 정답의 수(1 이상)
    받은 것은 고치지 않는다
    """
    raise NotImplementedError

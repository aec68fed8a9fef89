def dropout(x, keep, p, training):
    """학습이면 keep이 거짓인 자리를 끄고, 기댓값이 x와 같게 한다.

    x: (N, D), keep: (N, D) 참거짓, p: 버릴 확률 (0 이상 1 미만)
    받은 것은 고치지 않는다
    """
    raise NotImplementedError

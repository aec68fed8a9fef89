def decompose(Y_hat, f):
    """편향의 제곱과 분산. 더하면 제곱 오차의 평균이다.

    Y_hat: (S, N) 훈련 데이터 S벌로 배운 예측, f: (N,) 맞혀야 할 값
    받은 것은 고치지 않는다
    """
    raise NotImplementedError

import numpy as np


def decompose(Y_hat, f):
    """편향의 제곱과 분산. 더하면 제곱 오차의 평균이다.

    Y_hat: (S, N) 훈련 데이터 S벌로 배운 예측, f: (N,) 맞혀야 할 값
    받은 것은 고치지 않는다
    """
    mean = Y_hat.mean(axis=0)
    bias = ((mean - f) ** 2).mean()
    variance = Y_hat.var(axis=0).mean()
    return float(bias), float(variance)


Y_hat, f = np.array([[1.0, 0.0], [4.0, 2.0], [4.0, 4.0]]), np.array([2.0, 2.0])
bias, variance = decompose(Y_hat, f)
print(f"{bias:.3f} + {variance:.3f} = {((Y_hat - f) ** 2).mean():.3f}")

import numpy as np


def squared_error(y_hat: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    """제곱 오차의 평균과 예측의 기울기.

    y_hat: (N, 1) 모델의 출력, y: (N,) 정답
    반환: 손실, 모양이 (N, 1)인 기울기. 받은 것은 고치지 않는다
    """
    raise NotImplementedError
    r = y_hat - y
    return np.mean(r**2), 2 * r.sum(axis=1, keepdims=True) / r.size

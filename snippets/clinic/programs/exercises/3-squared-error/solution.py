import numpy as np


def squared_error(y_hat: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    """제곱 오차의 평균과 예측의 기울기.

    y_hat: (N, 1) 모델의 출력, y: (N,) 정답
    반환: 손실, 모양이 (N, 1)인 기울기. 받은 것은 고치지 않는다
    """
    r = y_hat - y[:, None]
    return np.mean(r**2), 2 * r / len(y)


loss, dy = squared_error(np.array([[1.0], [2.0], [4.0]]), np.array([1, 2, 3]))
print(f"{loss:.3f}", dy.round(3).tolist())

import numpy as np


def logit_gradient(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    """손실의 배치 평균을 로짓으로 미분한다.

    p: (N, K) 소프트맥스가 낸 확률, y: (N,) 정답의 번호
    반환: (N, K). 받은 p는 고치지 않는다
    """
    dz = p.copy()
    dz[np.arange(len(y)), y] -= 1
    return dz / len(y)


p = np.array([[0.25, 0.75], [0.5, 0.5]])
print(logit_gradient(p, np.array([1, 0])).tolist())

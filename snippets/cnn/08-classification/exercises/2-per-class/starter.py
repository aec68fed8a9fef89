import numpy as np


def per_class(M: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """혼동 행렬에서 클래스마다의 (정밀도, 재현율, F1)을 구한다.

    M: (K, K), 행이 정답이고 열이 답이다
    나눌 것이 없는 자리(0 / 0)는 0으로 둔다
    받은 것은 고치지 않는다
    """
    raise NotImplementedError

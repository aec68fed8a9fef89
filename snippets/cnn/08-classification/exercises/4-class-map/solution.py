import numpy as np


def class_map(A: np.ndarray, W: np.ndarray, c: int) -> np.ndarray:
    """머리가 전역 평균 풀링과 완전 연결층뿐인 모델의 Grad-CAM. 식 (8.12)

    A: (C, H, W) 특성 맵, W: (K, C) 머리의 가중치, c: 볼 클래스
    반환: (H, W)
    받은 것은 고치지 않는다
    """
    alpha = W[c] / A[0].size
    return np.maximum(np.tensordot(alpha, A, axes=1), 0)


A = np.array([[[1.0, 0.0], [2.0, 1.0]], [[0.0, 4.0], [0.0, 0.0]]])
print(class_map(A, np.array([[4.0, -2.0], [0.0, 4.0]]), 0))

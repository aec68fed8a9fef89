import numpy as np


def per_class(M: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """혼동 행렬에서 클래스마다의 (정밀도, 재현율, F1)을 구한다.

    M: (K, K), 행이 정답이고 열이 답이다
    나눌 것이 없는 자리(0 / 0)는 0으로 둔다
    받은 것은 고치지 않는다
    """
    hit, said, true = M.diagonal(), M.sum(axis=0), M.sum(axis=1)
    precision = hit / np.maximum(said, 1)
    recall = hit / np.maximum(true, 1)
    f1 = 2 * hit / np.maximum(said + true, 1)
    return precision, recall, f1


for score in per_class(np.array([[3, 1, 0], [1, 2, 0], [2, 1, 0]])):
    print(score.round(2))

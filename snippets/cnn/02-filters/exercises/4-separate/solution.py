import numpy as np


def separate(W: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """np.outer(세로, 가로)가 W와 같은 두 1차원 커널 (세로, 가로).

    W: (kh, kw), 0이 아닌 값이 하나는 있다
    오류: 그런 두 커널이 없으면 ValueError
    받은 것은 고치지 않는다
    """
    i, j = np.unravel_index(np.abs(W).argmax(), W.shape)
    column, row = W[:, j] / W[i, j], W[i]
    if not np.allclose(np.outer(column, row), W):
        raise ValueError("줄마다 비율이 달라 1차원 커널 둘로 나눌 수 없다.")
    return column, row


column, row = separate(np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]))
print("세로", column, "가로", row)
try:
    separate(np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]]))
except ValueError as error:
    print("라플라시안:", error)

import numpy as np


def max_pool1d_backward(dy: np.ndarray, x: np.ndarray, size: int) -> np.ndarray:
    """창이 겹치지 않는 최대 풀링의 기울기.

    dy: 창마다의 기울기. i번 창은 x[i·size]에서 시작한다
    x: 1차원 입력. 끝에 창에 들지 못한 칸이 남을 수 있다
    반환: x와 같은 모양. 값이 같으면 앞의 칸이 이긴다
    받은 것은 고치지 않는다
    """
    dx = np.zeros(len(x))
    for i, d in enumerate(dy):
        window = x[i * size : (i + 1) * size]
        dx[i * size + np.argmax(window)] = d
    return dx


x = np.array([1, 5, 5, -3, -1, -2, 9])
print(max_pool1d_backward(np.array([10, 20]), x, 3))

import numpy as np


def correlate1d_backward(
    dy: np.ndarray, x: np.ndarray, w: np.ndarray, stride: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    """y[i] = Σ_u w[u] x[i·stride + u]의 두 기울기.

    dy: 출력의 기울기, x: 입력, w: 커널. 모두 1차원
    반환: (dx, dw). 모양은 x, w와 같다
    받은 것은 고치지 않는다
    """
    dx, dw = np.zeros(len(x)), np.zeros(len(w))
    for i, d in enumerate(dy):
        start = i * stride
        dw += d * x[start : start + len(w)]
        dx[start : start + len(w)] += d * w
    return dx, dw


x, w = np.array([1, 2, 0, 3]), np.array([1, 2])
dx, dw = correlate1d_backward(np.array([1, 0, -1]), x, w)
print("dx =", dx, "dw =", dw)

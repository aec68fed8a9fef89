import numpy as np


def pointwise(x, W, b):
    """1×1 합성곱을 행렬 곱으로 한다. im2col과 반복문은 쓰지 않는다.

    x: (N, C, H, W) 입력, W: (C_out, C) 커널, b: (C_out,) 편향
    반환: (N, C_out, H, W)
    받은 것은 고치지 않는다
    """
    N, C, height, width = x.shape
    y = W @ x.reshape(N, C, height * width) + b[:, None]
    return y.reshape(N, len(W), height, width)


x = np.arange(12.0).reshape(1, 2, 2, 3)
print(pointwise(x, np.array([[1.0, 1.0], [0.0, 10.0]]), np.array([0.0, 0.5]))[0])

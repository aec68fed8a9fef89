import numpy as np

from lessons.cnn.backward import conv2d_backward

W = np.zeros((1, 1, 3, 3))
for side in (8, 16, 32):
    x = np.ones((1, 1, side + 2, side + 2))
    dy = np.full((1, 1, side, side), 0.01)
    _, dW, db = conv2d_backward(dy, x, W)
    print(
        f"출력 {side:2d}×{side:2d}: dW의 한 칸 {dW[0, 0, 0, 0]:5.2f}, db {db[0]:5.2f}"
    )

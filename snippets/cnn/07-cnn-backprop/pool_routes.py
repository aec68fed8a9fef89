import numpy as np

from lessons.cnn.backward import max_pool2d_backward

x = np.array([[1, 3, 2, 0], [4, 2, 1, 1], [0, 1, 5, 6], [2, 1, 7, 2]])
dy = np.array([[1, 2], [3, 4]])
cells = x.reshape(2, 2, 2, 2).swapaxes(1, 2).reshape(4, 4)  # 창마다 한 줄
dx = np.zeros((4, 4), dtype=int)
dx[np.arange(4), cells.argmax(axis=1)] = dy.ravel()  # 식 (7.11)

print("최대 풀링:")
print(dx.reshape(2, 2, 2, 2).swapaxes(1, 2).reshape(4, 4))
print("평균 풀링:")
print(dy.repeat(2, axis=0).repeat(2, axis=1) / 4)  # 식 (7.12)
print("창 3×3을 한 칸씩, dy는 모두 1:")
dx = max_pool2d_backward(np.ones((1, 1, 2, 2)), x[None, None], 3, stride=1)
print(dx[0, 0].astype(int))

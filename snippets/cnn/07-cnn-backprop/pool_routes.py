import numpy as np

from lessons.cnn.backward import avg_pool2d_backward, max_pool2d_backward

x = np.array([[1, 3, 2, 0], [4, 2, 1, 1], [0, 1, 5, 6], [2, 1, 7, 2]])[None, None]
dy = np.array([[1, 2], [3, 4]])[None, None]

print("최대 풀링:")
print(max_pool2d_backward(dy, x, 2)[0, 0].astype(int))
print("평균 풀링:")
print(avg_pool2d_backward(dy, x, 2)[0, 0])
print("창 3×3을 한 칸씩, dy는 모두 1:")
print(max_pool2d_backward(np.ones((1, 1, 2, 2)), x, 3, stride=1)[0, 0].astype(int))

import numpy as np

from lessons.cnn.pooling import max_pool2d

x = np.array([[1, 3, 2, 0], [4, 2, 1, 1], [0, 1, 5, 6], [2, 1, 7, 2]])
four = [x[u::2, v::2] for u in (0, 1) for v in (0, 1)]  # 창의 칸마다 그림 한 장
print("최대 풀링")
print(np.max(four, axis=0))
print("평균 풀링")
print(np.mean(four, axis=0))
print("창 3×3을 한 칸씩:", max_pool2d(x[None, None], 3, stride=1)[0, 0].tolist())

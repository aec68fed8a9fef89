import numpy as np

from lessons.cnn.pooling import avg_pool2d, max_pool2d

x = np.array([[1, 3, 2, 0], [4, 2, 1, 1], [0, 1, 5, 6], [2, 1, 7, 2]])[None, None]
print("최대 풀링")
print(max_pool2d(x, 2)[0, 0])
print("평균 풀링")
print(avg_pool2d(x, 2)[0, 0])
print("창 3×3을 한 칸씩:", max_pool2d(x, 3, stride=1)[0, 0].tolist())

import numpy as np

from lessons.cnn.locality import shift
from lessons.cnn.pooling import avg_pool2d, max_pool2d
from lessons.datasets import load_fashion_mnist

X, _ = load_fashion_mnist(train=False)
X = X[:, None] / 255


def moved(before, after):
    """두 맵의 차이를 before의 크기로 나눈 것"""
    return np.linalg.norm(after - before) / np.linalg.norm(before)


right = shift(X, down=0, right=1)  # 한 칸 오른쪽으로
print("칸을 옮긴 그림 1,000장이 원래와 다른 정도")
print(f"그대로      {moved(X, right):.2f}")
for size in 2, 4, 7:
    small, large = max_pool2d(X, size), avg_pool2d(X, size)
    a = moved(small, max_pool2d(right, size))
    b = moved(large, avg_pool2d(right, size))
    print(f"{size}×{size} 풀링   최대 {a:.2f}, 평균 {b:.2f}")

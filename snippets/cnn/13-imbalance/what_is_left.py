import numpy as np

from lessons.datasets import FASHION_CLASSES, load_fashion_mnist

X, y = load_fashion_mnist()
X_test, y_test = load_fashion_mnist(train=False)
shoes = X[y == 7][:300].reshape(300, -1) / 255  # 정상은 운동화다
mu = shoes.mean(axis=0)
V = np.linalg.svd(shoes - mu, full_matrices=False)[2][:20]  # 주성분 스무 개
x = X_test.reshape(len(X_test), -1) / 255 - mu
a = ((x - x @ V.T @ V) ** 2).sum(axis=1)  # 식 (13.13)
for k in (7, 5, 9, 8, 0):
    print(f"{FASHION_CLASSES[k]}: 남은 것의 평균 {a[y_test == k].mean():.0f}")

import numpy as np

from lessons.datasets import load_iris
from lessons.dl.linear_regression import LinearRegression

X, kinds = load_iris()
for numbers in ((0, 1, 2), (0, 2, 1)):
    y = np.array(numbers)[kinds]
    y_hat = LinearRegression().fit(X, y).predict(X)
    right = np.clip(y_hat.round(), 0, 2) == y
    print(f"번호 {numbers}: 예측은 {y_hat.min():.2f}에서 {y_hat.max():.2f}", end=", ")
    print(f"훈련 정확도 {right.mean():.2f}")

    scores = [LinearRegression().fit(X, y == k).predict(X) for k in range(3)]
    right = np.argmax(scores, axis=0) == y
    print(f"  클래스마다 점수를 하나씩: 훈련 정확도 {right.mean():.2f}")

import numpy as np

from lessons.datasets import load_iris
from lessons.dl.linear_regression import LinearRegression

X, y = load_iris()
model = LinearRegression().fit(X, y)
y_hat = model.predict(X)
print(f"예측의 범위: {y_hat.min():.2f}에서 {y_hat.max():.2f}")

half = np.concatenate([X[y == 0], X[y == 2]])
print("0번과 2번을 반씩 섞은 평균의 예측:", model.predict([half.mean(axis=0)]).round(1))

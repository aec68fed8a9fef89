import numpy as np

from lessons.dl.linear_regression import LinearRegression

one_way = np.array([1.0, 2.0, 3.0])
X = np.column_stack([one_way, 2 * one_way])  # 편도와 왕복: 같은 정보가 두 번 들었다
y = np.array([14.0, 22.0, 24.0])

model = LinearRegression().fit(X, y)
print("w =", model.coef_.round(6), "b =", round(model.intercept_, 6))
print("예측:", model.predict(X).round(6))

import numpy as np

from lessons.dl.linear_regression import LinearRegression

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 1, 1, 0])

model = LinearRegression().fit(X, y)
print("w:", model.coef_.round(6) + 0.0, " b:", round(model.intercept_, 6))
print("예측:", model.predict(X).round(6))

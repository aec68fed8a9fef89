import numpy as np

from lessons.dl.linear_regression import LinearRegression

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 1, 1, 0])

product = X[:, 0] * X[:, 1]
model = LinearRegression().fit(np.column_stack([X, product]), y)
print("w:", model.coef_.round(6) + 0.0, " b:", abs(round(model.intercept_, 6)))
print("예측:", model.predict(np.column_stack([X, product])).round(6) + 0.0)

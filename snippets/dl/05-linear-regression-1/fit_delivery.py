import numpy as np

from lessons.dl.linear_regression import LinearRegression, mean_squared_error

X = np.array([[1.0], [2.0], [3.0]])
y = np.array([14.0, 22.0, 24.0])

model = LinearRegression().fit(X, y)
print("기울기:", model.coef_.round(6), "편향:", round(model.intercept_, 6))
print("MSE:", round(mean_squared_error(y, model.predict(X)), 6))
print("R²:", round(model.score(X, y), 3))
print("4km의 예측:", model.predict([[4.0]]).round(6))

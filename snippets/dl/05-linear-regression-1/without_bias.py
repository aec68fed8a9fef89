import numpy as np

from lessons.dl.linear_regression import LinearRegression, mean_squared_error

X = np.array([[1.0], [2.0], [3.0]])
y = np.array([14.0, 22.0, 24.0])

for fit_intercept in (True, False):
    model = LinearRegression(fit_intercept=fit_intercept).fit(X, y)
    mse = mean_squared_error(y, model.predict(X))
    print(f"편향 {'있음' if fit_intercept else '없음'}: w = {model.coef_[0]:.3f}")
    print(f"  0km의 예측 {model.predict([[0.0]])[0]:.1f}분, MSE {mse:.2f}")

every_slope = np.linspace(-100, 100, 200_001)
losses = np.mean((y - every_slope[:, None] * X[:, 0]) ** 2, axis=1)
print(f"편향 없이 기울기 20만 개를 다 써 보면: MSE {losses.min():.2f}")

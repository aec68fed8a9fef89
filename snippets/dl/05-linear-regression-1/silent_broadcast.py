import numpy as np

from lessons.dl.linear_regression import mean_squared_error

y = np.array([[14.0], [22.0], [24.0]])  # (3, 1)
y_hat = np.array([15.0, 20.0, 25.0])  # (3,)

print("차의 모양:", (y - y_hat).shape)
print("틀린 MSE:", np.mean((y - y_hat) ** 2).round(2))
print("바른 MSE:", mean_squared_error(y[:, 0], y_hat))

import numpy as np

from lessons.dl.linear_regression import LinearRegression

x = np.array([1.0, 2.0, 3.0])
y = np.array([14.0, 22.0, 24.0])
print("X의 모양:", x.shape)
LinearRegression().fit(x, y)

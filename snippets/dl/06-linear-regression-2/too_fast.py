import numpy as np

from lessons.dl.linear_regression_gd import LinearRegressionGD

X = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
y = np.array([19.0, 23, 27, 35])
LinearRegressionGD(lr=0.01).fit(X, y)

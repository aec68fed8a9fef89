import numpy as np

from lessons.dl.linear_regression_gd import mse_gradient

y = np.array([19.0, 23, 27, 35]) - 26
centred = np.array([[-1.0, -10], [-1, 10], [1, -10], [1, 10]])
standard = centred / [1, 10]

for name, X, lr in (("평균만 뺌", centred, 0.005), ("표준화", standard, 0.5)):
    w = np.zeros(2)
    for t in range(3):
        gradient = mse_gradient(X, y, w)
        print(f"{name} {t}걸음: w = {(w + 0).round(4)}, 기울기 {gradient.round(4) + 0}")
        w = w - lr * gradient

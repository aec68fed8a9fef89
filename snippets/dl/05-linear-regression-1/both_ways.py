import numpy as np

from lessons.dl.linear_regression import LinearRegression

km = np.array([1.0, 2.0, 3.0])
minutes = np.array([14.0, 22.0, 24.0])

forward = LinearRegression().fit(km[:, None], minutes)
backward = LinearRegression().fit(minutes[:, None], km)
w, v = forward.coef_[0], backward.coef_[0]

print("거리로 시간을:", w.round(3), "분/km")
print("시간으로 거리를:", v.round(3), "km/분, 뒤집으면", (1 / v).round(3), "분/km")
print("두 기울기의 곱:", (w * v).round(3))
print("상관계수의 제곱:", (np.corrcoef(km, minutes)[0, 1] ** 2).round(3))

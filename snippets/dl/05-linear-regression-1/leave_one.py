import numpy as np

from lessons.data.hubble import load_hubble
from lessons.dl.linear_regression import LinearRegression

x, y = load_hubble()
power = (x - x.mean()) / ((x - x.mean()) ** 2).sum()  # y가 1 늘 때 w가 느는 양
full = LinearRegression().fit(x[:, None], y).coef_[0]
slopes = []
for i in range(len(x)):
    rest = np.arange(len(x)) != i
    slopes.append(LinearRegression().fit(x[rest, None], y[rest]).coef_[0])
moved = np.array(slopes) - full
for i in np.argsort(-abs(moved))[:3]:
    print(f"({x[i]}, {y[i]:.0f})을 빼면 {full:.0f} → {slopes[i]:.0f}")
middle = np.argmin(abs(x - x.mean()))
print(f"가운데 ({x[middle]}, {y[middle]:.0f})을 빼면 {slopes[middle]:.0f}")
print("힘이 가장 큰 점의 거리:", x[np.argmax(abs(power))])

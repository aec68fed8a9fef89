from itertools import combinations

import numpy as np

from lessons.dl.linear_regression import LinearRegression

x = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
y = np.array([15.0, 20.0, 25.0, 30.0, 65.0])

lines = []
for i, j in combinations(range(5), 2):  # 두 점을 지나는 직선을 모두 시험한다
    w = (y[j] - y[i]) / (x[j] - x[i])
    b = y[i] - w * x[i]
    lines.append((abs(y - (w * x + b)).sum(), w, b))
_, w, b = min(lines)
print(f"절댓값: {w:.0f}x {b:+.0f}")

model = LinearRegression().fit(x[:, None], y)
print(f"제곱:   {model.coef_[0]:.0f}x {model.intercept_:+.0f}")

import numpy as np

X = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
y = np.array([19.0, 23, 27, 35])

X = X - X.mean(axis=0)  # 평균을 빼면 편향이 필요 없다
w = np.zeros(2)
for step in range(2001):
    if step in (1, 2, 500, 1000, 2000):
        print(f"{step:4d}걸음: w = {w.round(4)}")
    gradient = 2 / len(X) * X.T @ (X @ w - (y - y.mean()))  # 식 (6.3)
    w = w - 0.005 * gradient

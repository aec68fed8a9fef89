import numpy as np

from lessons.dl.gradient_descent import gradient_descent, quadratic, quadratic_grad

A = np.diag([1.0, 10.0])
start = np.array([4.0, 1.0])
for lr in (0.0001, 0.001, 0.01, 0.1, 0.18, 0.199):
    path = gradient_descent(lambda x: quadratic_grad(x, A), start, lr=lr, steps=100)
    print(f"η = {lr:<6}  100걸음 뒤 f = {quadratic(path[-1], A):.1e}")

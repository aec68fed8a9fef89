import numpy as np

from lessons.dl.gradient_descent import gradient_descent, quadratic_grad

A = np.array([[5.5, 4.5], [4.5, 5.5]])
L = np.linalg.eigvalsh(A).max()
start = np.array([1.0, 0.5])


def diverges(lr):
    path = gradient_descent(lambda x: quadratic_grad(x, A), start, lr=lr, steps=1000)
    distance = np.linalg.norm(path, axis=1)
    return distance[1000] > distance[500]


low, high = 0.01, 0.3
for _ in range(40):
    middle = (low + high) / 2
    if diverges(middle):
        high = middle
    else:
        low = middle

print(f"고윳값으로 셈한 경계 2/L = {2 / L:.6f}")
print(f"걸어 보고 찾은 경계     = {high:.6f}")
for lr in (0.1999, 0.2001):
    print(f"η = {lr}: 발산하는가? {'그렇다' if diverges(lr) else '아니다'}")

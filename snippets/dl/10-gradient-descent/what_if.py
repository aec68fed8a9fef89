import numpy as np

from lessons.dl.gradient_descent import gradient_descent, quadratic_grad


def last(A, start, lr, steps):
    path = gradient_descent(lambda x: quadratic_grad(x, A), start, lr=lr, steps=steps)
    return abs(path[-1])


bowl, steep = np.diag([1.0, 10.0]), np.diag([1.0, 20.0])

print("1. 골짜기를 두 배 가파르게")
for lr in (0.18, 0.09):
    x1, x2 = last(steep, np.array([4.0, 1.0]), lr, 12)
    print(f"   η = {lr}: |x1| = {x1:.3g}, |x2| = {x2:.3g}")

print("2. 출발점을 골짜기 바닥으로, η = 0.21")
for x2 in (0.0, 1e-9):
    for steps in (12, 240):
        end = last(bowl, np.array([4.0, x2]), 0.21, steps)
        print(f"   x2 = {x2:g}, {steps:3d}걸음: |x2| = {end[1]:.3g}")

print("3. 함수 전체를 10배로")
for lr in (0.18, 0.018):
    x1, x2 = last(10 * bowl, np.array([4.0, 1.0]), lr, 12)
    print(f"   η = {lr}: |x1| = {x1:.3g}, |x2| = {x2:.3g}")

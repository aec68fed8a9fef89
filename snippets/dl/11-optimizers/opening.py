import numpy as np

from lessons.dl.gradient_descent import quadratic, quadratic_grad
from lessons.dl.optimizers import SGD, Adam, Parameter

A = np.diag([1.0, 50.0])

w = Parameter([-4.0, 2.0])
racers = {
    "경사 하강법": SGD([w], lr=0.02),
    "모멘텀": SGD([w], lr=0.005, momentum=0.9),
    "Adam": Adam([w], lr=0.5),
}
for name, optimizer in racers.items():
    w.data[:] = -4, 2
    for _ in range(100):
        w.grad = quadratic_grad(w.data, A)
        optimizer.step()
    print(f"{name}: 높이 {quadratic(w.data, A):.4f}")

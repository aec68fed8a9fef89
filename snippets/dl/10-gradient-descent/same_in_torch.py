import numpy as np

from lessons.dl.gradient_descent import (
    gradient_descent,
    himmelblau,
    himmelblau_grad,
    numerical_gradient,
)
from lessons.dl.gradient_descent_torch import autograd_gradient, sgd_path

x = np.array([1.0, 2.0])
print("손으로 미분:", himmelblau_grad(x))
print("수치 미분:  ", numerical_gradient(himmelblau, x).round(6))
print("자동 미분:  ", autograd_gradient(himmelblau, x))

ours = gradient_descent(himmelblau_grad, x, lr=0.01, steps=200)
theirs = sgd_path(himmelblau, x, lr=0.01, steps=200)
print("자취의 모양:", ours.shape, theirs.shape)
print(f"가장 큰 차이: {abs(ours - theirs).max():.12f}")

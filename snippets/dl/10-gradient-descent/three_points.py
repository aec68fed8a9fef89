import numpy as np

from lessons.dl.gradient_descent import gradient_descent

x = np.array([1.0, 2.0, 3.0])
y = np.array([2.0, 4.0, 6.0])


def loss_grad(w):
    return 2 * np.mean(x * (w * x - y))


for lr in (0.05, 0.20, 0.22):
    w = gradient_descent(loss_grad, 0.0, lr=lr, steps=100)
    print(f"학습률 {lr:.2f}: w = {w[-1]:.4f}")

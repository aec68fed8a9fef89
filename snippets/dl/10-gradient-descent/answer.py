import numpy as np

from lessons.dl.gradient_descent import gradient_descent

x = np.array([1.0, 2.0, 3.0])
y = 2 * x
L = 2 * np.mean(x**2)
print(f"L = {L:.4f}, 2/L = {2 / L:.4f}")

for lr in (0.214, 0.215):
    w = gradient_descent(lambda w: 2 * np.mean(x * (w * x - y)), 0.0, lr, steps=5000)
    print(f"학습률 {lr}: 5000걸음 뒤 오차 {abs(w[-1] - 2):.1e}")

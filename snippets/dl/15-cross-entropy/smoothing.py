import numpy as np

from lessons.dl.cross_entropy import cross_entropy_grad
from lessons.dl.softmax import softmax

for smoothing in (0.0, 0.1):
    z = np.zeros((1, 10))
    for step in range(1, 10_001):
        z -= cross_entropy_grad(z, [0], label_smoothing=smoothing)
        if step in (100, 1000, 10_000):
            gap, p = z[0, 0] - z[0, 1], softmax(z)[0, 0]
            print(f"ε = {smoothing}, {step}걸음: 로짓의 차 {gap:.2f}, p = {p:.4f}")

import numpy as np

from lessons.dl import activations as a

z = np.array([-1000.0, -40.0, 40.0, 1000.0])
with np.errstate(over="ignore", invalid="ignore"):
    up, down = np.exp(z), np.exp(-z)
    print("식 그대로 tanh:", (up - down) / (up + down))
print("lessons의 tanh:", a.tanh(z))

naive = a.sigmoid(z) * (1 - a.sigmoid(z))
print("σ(1 − σ):   ", [f"{v:.2e}" for v in naive])
print("σ(z)σ(−z):  ", [f"{v:.2e}" for v in a.sigmoid_grad(z)])

import numpy as np


def loss(W):
    z = x @ W
    return np.log(np.exp(z).sum()) - z[0]


x = np.array([1.0, 0.0, 1.0])
W = np.array([[0.2, -0.1], [0.4, 0.3], [-0.5, 0.6]])
p = np.exp(x @ W) / np.exp(x @ W).sum()
print("식으로:", (x * (p[0] - 1)).round(4) + 0.0)

measured = []
for i in range(3):
    up, down = W.copy(), W.copy()
    up[i, 0] += 0.001
    down[i, 0] -= 0.001
    measured.append((loss(up) - loss(down)) / 0.002)
print("재어서:", np.round(measured, 4) + 0.0)

import numpy as np

x = np.array([1.0, 0.0, 1.0])
y = np.array([1.0, 0.0])
W, b = np.zeros((3, 2)), np.zeros(2)
for _ in range(2):
    z = x @ W + b
    p = np.exp(z) / np.exp(z).sum()
    loss = -np.log(p[y == 1]).item()
    dz = p - y
    print("점수", z, " 확률", p.round(2), f" 손실 {loss:.2f}", " 차이", dz.round(2))
    W -= np.outer(x, dz)
    b -= dz

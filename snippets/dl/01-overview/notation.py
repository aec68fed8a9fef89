import numpy as np

X = np.array([[1, 0, 1], [0, 1, 0]])
W = np.array([[2, -1], [-1, 3], [2, -1]])
b = np.array([0, 1])
z = X @ W + b
print("X", X.shape, "W", W.shape, "b", b.shape, "z", z.shape)
print(z)

import numpy as np

from lessons.dl.affine import affine

X = np.array([[2, 1, 0], [1, 0, 4], [0, 2, 1], [3, 0, 0]])
W = np.array([[5, 4], [3, 6], [1, 2]])
b = np.array([2, 0])

Z = affine(X, W, b)
print(Z)
print("싼 가게:", np.array(["가", "나"])[Z.argmin(axis=1)])

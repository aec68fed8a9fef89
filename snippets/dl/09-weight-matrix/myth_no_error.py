import numpy as np

from lessons.dl.affine import affine

X = np.array([[2, 1], [1, 4]])
W = np.array([[5, 4], [3, 6]])
b = np.array([2, 0])

print("맞는 답:", affine(X, W, b).tolist())
print("b를 세로로:", (X @ W + b[:, None]).tolist())
print("W를 뒤집어:", (X @ W.T + b).tolist())
try:
    affine(X, W, b[:, None])
except ValueError as error:
    print(error)

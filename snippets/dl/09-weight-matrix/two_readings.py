import numpy as np

from lessons.dl.affine import affine

X = np.array([[2, 1, 0], [1, 0, 4], [0, 2, 1], [3, 0, 0]])
W = np.array([[5, 4], [3, 6], [1, 2]])
b = np.array([2, 0])
Z = affine(X, W, b)

row = 2 * W[0] + 1 * W[1] + 0 * W[2] + b
column = X @ W[:, 0] + b[0]
wide = affine(np.column_stack([X, np.ones(4)]), np.vstack([W, b]))
print("첫 손님의 행:", row, np.array_equal(row, Z[0]))
print("가 가게의 열:", column, np.array_equal(column, Z[:, 0]))
print("1의 열을 붙인 곱:", np.array_equal(wide, Z))

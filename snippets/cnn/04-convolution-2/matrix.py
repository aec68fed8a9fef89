import numpy as np

from lessons.cnn.conv.im2col import col2im, im2col

units = np.eye(9).reshape(9, 1, 1, 3, 3)
M = np.array([im2col(e, 2).ravel() for e in units], dtype=int).T
print("M의 모양:", M.shape, " 1의 수:", M.sum())
print(M[:4])

ends = np.eye(16).reshape(16, 1, 4, 4)
back = np.array([col2im(e, 3, 2).ravel() for e in ends]).T
print("col2im의 행렬이 M의 전치인가:", np.array_equal(back, M.T))
square = M.T @ M
print("MᵀM의 대각선:", np.diag(square))
print("나머지의 합:", square.sum() - np.trace(square))

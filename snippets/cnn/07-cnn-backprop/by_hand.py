import numpy as np

x = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1]])
W = np.array([[1, 2], [3, 4]])
dy = np.array([[1, 0], [2, -1]])

dW, dx = np.zeros_like(W), np.zeros_like(x)
for i, j in np.ndindex(dy.shape):
    for u, v in np.ndindex(W.shape):
        dW[u, v] += dy[i, j] * x[i + u, j + v]
        dx[i + u, j + v] += dy[i, j] * W[u, v]

print("dW =", dW.tolist())
print("dx =", dx.tolist())
print("db =", dy.sum())
print("dx의 합:", dx.sum(), " dy의 합 × W의 합:", dy.sum() * W.sum())

import numpy as np

W1, b1 = np.array([[1, 1], [1, 1]]), np.array([0, -1])
W2, b2 = np.array([[1], [-2]]), np.array([0])

W, b = W1 @ W2, b1 @ W2 + b2
print("합친 층: W =", W.ravel(), " b =", b)

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
print("두 층:", ((X @ W1 + b1) @ W2 + b2).ravel())
print("한 층:", (X @ W + b).ravel())

import numpy as np


def weights(n, m, wide=1):
    """칸 n개를 m개로 바꾸는 (m, n) 행렬"""
    x = (np.arange(m)[:, None] + 0.5) * n / m - 0.5  # 식 (12.1)
    A = np.clip(1 - np.abs(np.arange(n) - x) / wide, 0, None)  # 식 (12.2)
    return A / A.sum(axis=1, keepdims=True)


X = np.array([[10.0, 20, 30, 40], [50, 60, 70, 80]])
A, B = weights(2, 1), weights(4, 2)
print(B)
print("두 줄 네 칸을 한 줄 두 칸으로:", A @ X @ B.T)  # 식 (12.4)
print(weights(4, 2, wide=2).round(2))

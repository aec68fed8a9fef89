import numpy as np

from lessons import Array


def merge_layers(W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
    """활성화 없는 두 층 (x @ W1 + b1) @ W2 + b2와 같은 층 하나의 W와 b.

    W1: (D, H), b1: (H,), W2: (H, K), b2: (K,)
    반환: W (D, K), b (K,)
    """
    return W1 @ W2, b1 @ W2 + b2


W1, b1 = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([1.0, -1.0])
W2, b2 = np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([0.0, 5.0])
W, b = merge_layers(W1, b1, W2, b2)
x = np.array([1.0, 2.0])
print("W:", W.tolist(), " b:", b)
print("두 층:", (x @ W1 + b1) @ W2 + b2, " 한 층:", x @ W + b)

import numpy as np

from lessons import Array


def one_step(
    W: Array, b: Array, X: Array, y: np.ndarray, lr: float
) -> tuple[Array, Array]:
    """소프트맥스 회귀의 한 걸음. 식 (1.1)–(1.5)

    W: (D, K), b: (K,), X: (N, D), y: (N,) 정답. 0부터 K-1까지. 받은 것은 바꾸지 않는다
    반환: 새 W와 새 b
    """
    z = X @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    dz = (p - np.eye(len(b))[y]) / len(y)
    return W - lr * X.T @ dz, b - lr * dz.sum(axis=0)


X, y = np.array([[1.0, 0, 1], [0, 1, 0]]), np.array([0, 1])
W, b = np.zeros((3, 2)), np.zeros(2)
for _ in range(20):
    W, b = one_step(W, b, X, y, lr=1.0)
print("점수:")
print((X @ W + b).round(2))

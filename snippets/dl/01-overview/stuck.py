import numpy as np

from lessons.datasets import load_digits


def watch(name, X, Y, lr):
    """50걸음의 손실과 마지막 기울기의 가장 큰 성분을 찍는다."""
    W, losses = np.zeros((64, 10)), []
    for _ in range(51):
        e = np.exp(X @ W)
        p = e / e.sum(axis=1, keepdims=True)
        losses.append(-np.log((p * Y).sum(axis=1)).mean())
        dW = X.T @ (p - Y) / len(Y)
        W -= lr * dW
    first, last, size = losses[0], losses[-1], abs(dW).max()
    print(f"{name}: 손실 {first:.2f} → {last:.2f}, 기울기 {size:.3f}")


X, y = load_digits()
X, Y = X[:1000] / 16, np.eye(10)[y[:1000]]
watch("제대로", X, Y, 1.0)
watch("학습률이 작다", X, Y, 1e-4)
watch("그림이 비었다", X // 255, Y, 1.0)
watch("부호가 뒤집혔다", X, Y, -0.1)

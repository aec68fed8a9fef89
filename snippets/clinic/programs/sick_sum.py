# 허용 오차: 0.6
import numpy as np

from lessons.datasets import load_diabetes

X, y = load_diabetes()
X, y = X / X.std(axis=0), y - y.mean()


def gradient(w):
    return X.T @ (X @ w - y) / len(y)


def descend(w, gradient, lr, steps):
    """gradient(w)의 반대쪽으로 steps걸음. 지나온 자리를 모두 돌려준다."""
    w, grad, path = w.copy(), np.zeros_like(w), [w]
    for _ in range(steps):
        grad += gradient(w)
        w -= lr * grad
        path.append(w.copy())
    return np.array(path)


path = descend(np.zeros(10), gradient, lr=0.1, steps=40)
losses = [np.mean((X @ w - y) ** 2) / 2 for w in path]
best = np.mean((X @ np.linalg.lstsq(X, y)[0] - y) ** 2) / 2
print("걸음마다의 손실:", *[f"{loss:.0f}" for loss in losses[:8]])
print("그 뒤 네 걸음마다:", *[f"{loss:.0f}" for loss in losses[8::4]])
print(f"가장 낮출 수 있는 손실: {best:.0f}")

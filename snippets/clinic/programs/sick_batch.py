# 허용 오차: 0.03
import numpy as np

from lessons.clinic.patient import digit_rows


def probabilities(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def logit_gradient(p, y):
    """손실의 배치 평균을 로짓으로 미분한다. p (N, K) 확률, y (N,)"""
    dz = p.copy()
    dz[np.arange(len(y)), y] -= 1
    return dz


X, y, X_valid, y_valid = digit_rows()
for size in (4, 16, 256):
    rng = np.random.default_rng(0)
    W1 = rng.normal(0, np.sqrt(2 / 64), (64, 32))
    W2 = rng.normal(0, np.sqrt(2 / 32), (32, 10))
    ratios = []
    for _ in range(4800 // size):  # 네 에폭
        rows = rng.integers(0, len(X), size)
        h = np.maximum(X[rows] @ W1, 0)
        dz = logit_gradient(probabilities(h @ W2), y[rows])
        dW1, dW2 = X[rows].T @ (dz @ W2.T * (h > 0)), h.T @ dz
        ratios.append(0.03 * np.linalg.norm(dW1) / np.linalg.norm(W1))
        W1, W2 = W1 - 0.03 * dW1, W2 - 0.03 * dW2
    h = np.maximum(X_valid @ W1, 0)
    right = np.mean((h @ W2).argmax(axis=1) == y_valid)
    dead = np.mean(~h.any(axis=0))
    told = f"첫 걸음의 비 {ratios[0]:.2f}, 죽은 유닛 {dead:.2f}"
    print(f"배치 {size:>3}: {told}, 검증 정확도 {right:.2f}")

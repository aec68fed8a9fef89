# 허용 오차: 0.02
import numpy as np

from lessons.clinic.patient import digit_rows


def cross_entropy(z, y):
    """손실과 로짓의 기울기. z (N, K), y (N,)"""
    z = z - z.max(axis=0)
    p = np.exp(z) / np.exp(z).sum(axis=0)
    rows = np.arange(len(y))
    loss = -np.log(p[rows, y]).mean()
    dz = p.copy()
    dz[rows, y] -= 1
    return loss, dz / len(y)


X, y, X_valid, y_valid = digit_rows()
for size in (16, 64, 256):
    rng = np.random.default_rng(0)
    W, losses = np.zeros((64, 10)), []
    for _ in range(300):
        rows = rng.integers(0, len(X), size)
        loss, dz = cross_entropy(X[rows] @ W, y[rows])
        W -= 0.5 * X[rows].T @ dz
        losses.append(loss)
    right = np.mean((X_valid @ W).argmax(axis=1) == y_valid)
    told = f"처음 손실 {losses[0]:.2f}, 끝 {losses[-1]:.2f}"
    print(f"배치 {size:>3}: {told}, 검증 정확도 {right:.2f}")

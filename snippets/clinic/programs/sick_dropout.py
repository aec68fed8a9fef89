# 허용 오차: 0.02
import numpy as np

from lessons.clinic.patient import digit_rows


def dropout(h, p, training, rng):
    """확률 p로 유닛을 버린다."""
    keep = rng.random(h.shape) >= p
    return h * keep


X, y, X_valid, y_valid = digit_rows()
rng = np.random.default_rng(0)
W1 = rng.normal(0, np.sqrt(2 / 64), (64, 32))
W2 = rng.normal(0, np.sqrt(1 / 32), (32, 10))
for _ in range(600):
    rows = rng.integers(0, len(X), 64)
    h = dropout(np.maximum(X[rows] @ W1, 0), 0.5, True, rng)
    e = np.exp(h @ W2)
    dz = (e / e.sum(axis=1, keepdims=True) - np.eye(10)[y[rows]]) / 64
    dh = dz @ W2.T * (h > 0)
    W2 -= 0.3 * h.T @ dz
    W1 -= 0.3 * X[rows].T @ dh

for _ in range(2):
    h = dropout(np.maximum(X_valid @ W1, 0), 0.5, False, rng)
    z = h @ W2
    right = np.mean(z.argmax(axis=1) == y_valid)
    print(f"첫 그림의 가장 큰 로짓 {z[0].max():.1f}, 검증 정확도 {right:.2f}")

import numpy as np

from lessons.clinic.patient import digit_rows

X, y, _, _ = digit_rows()
rng = np.random.default_rng(0)
W, t = np.zeros((64, 10)), 0
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        for _ in range(200):
            rows = rng.integers(0, len(X), 64)
            e = np.exp(X[rows] @ W)  # 가장 큰 로짓을 빼지 않았다
            p = e / e.sum(axis=1, keepdims=True)
            loss = -np.log(p[np.arange(64), y[rows]]).mean()
            p[np.arange(64), y[rows]] -= 1
            W -= 100 * X[rows].T @ p / 64
            t += 1
except FloatingPointError as error:
    print(f"{t}걸음에서 멈췄다: {error}")
    print(f"그때의 가장 큰 로짓: {(X[rows] @ W).max():.0f}")

import numpy as np

from lessons.clinic.patient import digit_rows

X, y, _, _ = digit_rows()
rng = np.random.default_rng(0)
W = np.zeros((64, 10))
for t in range(200):
    rows = rng.integers(0, len(X), 64)
    z = X[rows] @ W
    e = np.exp(z)  # 가장 큰 로짓을 빼지 않았다
    p = e / e.sum(axis=1, keepdims=True)
    right = p[np.arange(64), y[rows]]
    if right.min() == 0:  # 로그를 씌우기 전에 묻는다
        print(f"{t}걸음: 정답에 준 확률이 0인 그림 {np.sum(right == 0)}장")
        print(f"그때의 로짓: {z.min():.0f}에서 {z.max():.0f}까지")
        break
    p[np.arange(64), y[rows]] -= 1
    W -= 100 * X[rows].T @ p / 64

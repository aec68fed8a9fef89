import numpy as np

rng = np.random.default_rng(0)
P = np.array([[0, 0], [2, 0], [0, 3], [5, 4]])  # 양성 넷
far = ((P[:, None] - P) ** 2).sum(axis=2)
near = far.argsort(axis=1)[:, 1:3]  # 자기를 뺀 가까운 둘
i = rng.integers(4, size=5)
j = near[i, rng.integers(2, size=5)]
u = rng.random((5, 1))
new = P[i] + u * (P[j] - P[i])  # 식 (13.7)
for a, b, x in zip(P[i], P[j], new.round(2), strict=True):
    print(f"{a}에서 {b} 쪽으로: {x}")

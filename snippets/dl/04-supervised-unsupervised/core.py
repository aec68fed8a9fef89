import numpy as np

houses = np.array([[0, 0], [0, 2], [6, 0], [6, 2]])

for start in ([0, 2], [0, 1]):
    c = houses[start].astype(float)
    for _ in range(2):
        d2 = ((houses[:, None] - c) ** 2).sum(axis=2)  # 집마다, 우체통마다
        a = d2.argmin(axis=1)  # 할당
        print(f"우체통 {c.tolist()}, 합 {d2.min(axis=1).sum():.0f}")
        c = np.stack([houses[a == k].mean(axis=0) for k in range(2)])  # 이동

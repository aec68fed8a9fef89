import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = np.array([14.0, 22.0, 24.0])

for w, b in [(0, 20), (3, 12), (5, 10)]:
    r = y - (w * x + b)
    absolute, square = abs(r).sum(), (r**2).sum()
    print(f"{w}x + {b}: 잔차 {r.astype(int)}")
    print(f"  합 {r.sum():.0f}, 절댓값의 합 {absolute:.0f}, 제곱의 합 {square:.0f}")

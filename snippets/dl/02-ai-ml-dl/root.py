import numpy as np

rng = np.random.default_rng(0)
for E in (4, 64, 1024):
    dots = (rng.standard_normal((2000, E)) * rng.standard_normal((2000, E))).sum(axis=1)
    after = dots / np.sqrt(E)
    print(f"E = {E:4d}: 내적의 표준 편차 {dots.std():5.1f}, 나눈 뒤 {after.std():.1f}")

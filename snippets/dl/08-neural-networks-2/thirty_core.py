import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(64, 256))
for name, variance in (("Xavier", 1 / 256), ("He", 2 / 256)):
    h = X
    for _ in range(30):
        W = rng.normal(0, np.sqrt(variance), (256, 256))
        h = np.maximum(h @ W, 0)
    print(f"{name}: 30층 뒤의 표준 편차 {h.std():.1g}")

import numpy as np

from lessons.cnn.filters.correlation import correlate

x = np.random.default_rng(0).random((40, 60))
for k in (3, 5, 31, 101):
    y = correlate(x, np.full((k, k), 1 / k**2))
    inside = max(0, 40 - k + 1), max(0, 60 - k + 1)
    print(f"커널 {k}×{k}: 결과 {y.shape}, 바깥을 한 번도 안 본 칸 {inside}")

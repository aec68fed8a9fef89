import numpy as np

from lessons.cnn.filters.correlation import MODES, correlate, extend

x = np.array([10, 20, 30])
for mode in MODES:
    row = " ".join(f"{v:2d}" for v in extend(x, [(3, 3)], mode, 0))
    blurred = correlate(x, np.full(3, 1 / 3), mode=mode)
    print(f"{mode:8} {row[:8]} | {row[9:17]} | {row[18:]}  평균 {blurred.round(1)}")

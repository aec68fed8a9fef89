import numpy as np

z = np.array([2.0, 1.0, 0.0])
for scale in (1, 10, 1000):
    with np.errstate(over="ignore", invalid="ignore"):
        e = np.exp(scale * z)
        print(f"점수 ×{scale}: {(e / e.sum()).round(4)}")

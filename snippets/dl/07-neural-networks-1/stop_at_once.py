import numpy as np

z = np.array([3.0, -1000.0])
with np.errstate(over="ignore"):
    e = np.exp(-z)
print("넘친 z:", z[~np.isfinite(e)])

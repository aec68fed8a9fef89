import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = np.array([14.0, 22.0, 24.0])
r = y - (4 * x + 12)

print("잔차:", r)
print("합:", r.sum(), "MSE:", np.mean(r**2).round(3))

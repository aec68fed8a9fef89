import math

import numpy as np

from lessons.dl.activations import erf, gelu

x = np.linspace(-7, 7, 20_001)
exact = np.array([math.erf(v) for v in x])
print("erf의 오차가 1e-15보다 작은가?", abs(erf(x) - exact).max() < 1e-15)
print(f"erf(1) = {erf(1.0):.12f}, erf(6) = {erf(6.0):.1f}")

gap = abs(gelu(x) - gelu(x, approximate="tanh"))
print(f"tanh 어림과의 가장 큰 차이: {gap.max():.1e}")

import numpy as np

from lessons.dl.init import calculate_gain, kaiming_normal

n, a = 256, 0.5
for name, slope in (("ReLU의 배수", 0.0), ("Leaky ReLU의 배수", a)):
    squares = []
    for run in range(8):
        rng = np.random.default_rng(run)
        h = rng.standard_normal((64, n))
        for _ in range(30):
            z = h @ kaiming_normal((n, n), a=slope, rng=rng)
            h = np.where(z > 0, z, a * z)
        squares.append((h**2).mean())
    gain = calculate_gain("leaky_relu", slope)
    print(f"{name} {gain:.4f}: 30층 뒤 h²의 평균 {np.mean(squares):.1f}")

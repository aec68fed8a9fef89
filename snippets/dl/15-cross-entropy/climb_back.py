import numpy as np

from lessons.dl.activations import sigmoid

SLOPES = {
    "교차 엔트로피": lambda p: p - 1,
    "제곱 오차": lambda p: 2 * (p - 1) * p * (1 - p),
}
for start in (-2, -5, -10):
    for name, slope in SLOPES.items():
        z, steps = start, 0
        while z < 0 and steps < 100_000:
            z -= slope(sigmoid(np.float64(z)))
            steps += 1
        print(f"z = {start}에서 {name}: {steps}걸음에 p > 0.5")

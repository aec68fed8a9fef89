import numpy as np

from lessons.dl.polynomial import descend, losses, noisy_wave

rng = np.random.default_rng(2)
x_train, y_train = noisy_wave(15, rng=rng)
x_valid, y_valid = noisy_wave(40, rng=rng)

runs = (
    ("과적합", 12, 0.1, [68, 500]),
    ("발산", 12, 1.0, [10, 20]),
    ("과소적합", 1, 0.1, [100, 500]),
)
for name, degree, lr, steps in runs:
    path = descend(x_train, y_train, degree, lr=lr, steps=500)[steps]
    a, b = losses(path, x_train, y_train)
    c, d = losses(path, x_valid, y_valid)
    print(f"{name}: 훈련 {a:.3f} → {b:.3f}, 검증 {c:.3f} → {d:.3f}")

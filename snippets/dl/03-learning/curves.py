import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.polynomial import descend, losses, noisy_wave
from lessons.plotting import use_korean_font

rng = np.random.default_rng(2)
x_train, y_train = noisy_wave(15, rng=rng)
x_valid, y_valid = noisy_wave(40, rng=rng)
path = descend(x_train, y_train, degree=12, steps=500)
train = losses(path, x_train, y_train)
valid = losses(path, x_valid, y_valid)
best = valid.argmin()
for step in (0, best, 500):
    print(f"{step:3d}걸음: 훈련 {train[step]:.3f}, 검증 {valid[step]:.3f}")

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
ax.plot(train, label="훈련")
ax.plot(valid, "--", label="검증")
ax.axvline(best, color="C2", linestyle=":")
ax.plot(best, valid[best], "o", color="C2", label=f"{best}걸음")
ax.set(xlabel="걸음", ylabel="손실 (평균 제곱 오차)", ylim=(0, 0.8))
ax.legend()
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.tracking.kalman import KalmanFilter
from lessons.plotting import use_korean_font

use_korean_font()
rng = np.random.default_rng(1)
kf = KalmanFilter(2, 1)
kf.F = np.array([[1, 1], [0, 1]])
kf.H, kf.R, kf.Q = np.array([[1, 0]]), np.array([[1]]), np.diag([0.1, 0.01])
kf.x, kf.P = np.array([0, 0]), np.diag([1, 100])
guess, spread, measured = [], [], []
for t in range(1, 21):
    kf.predict()
    guess.append(kf.x[0] - 3 * t)
    spread.append(np.sqrt(kf.P[0, 0]))
    z = 3 * t + rng.normal()
    if not 9 <= t <= 16:
        kf.update([z])
        measured.append((t, z - 3 * t))
t, guess, spread = np.arange(1, 21), np.array(guess), np.array(spread)
figure, ax = plt.subplots(figsize=(7, 3), layout="constrained")
ax.axvspan(8.5, 16.5, color="0.6", alpha=0.2)
ax.fill_between(t, guess - 2 * spread, guess + 2 * spread, alpha=0.25, color="C0")
ax.plot(t, guess, "C0", label="예측")
ax.plot(*zip(*measured, strict=True), "C1o", ms=4, label="측정")
ax.axhline(0, color="0.6", lw=1)
ax.set(xlabel="프레임", ylabel="참값과의 차이", ylim=(-8, 8), xlim=(1, 20))
ax.legend(loc="lower left")
plt.show()

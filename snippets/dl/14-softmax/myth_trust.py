import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.softmax import expected_calibration_error, reliability, softmax
from lessons.dl.train_test_split import train_test_split
from lessons.plotting import use_korean_font

X, y = load_digits()
X = np.c_[X / 16, np.ones(len(X))]
rng = np.random.default_rng(0)
X_train, X_test, y_train, y_test = train_test_split(X, y, rng=rng, stratify=y)
W, *_ = np.linalg.lstsq(X_train, np.eye(10)[y_train], rcond=1e-8)
z = X_test @ W

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.8), layout="constrained")
ax.plot([0, 1], [0, 1], ":", color="C5", label="말한 대로 맞힐 때")
for T, marker in ((1, "o"), (0.15, "s"), (0.06, "^"), (0.02, "x")):
    p = softmax(z / T, axis=1)
    correct, said = p.argmax(axis=1) == y_test, p.max(axis=1)
    error = expected_calibration_error(said, correct)
    print(f"T = {T}: 정확도 {correct.mean():.3f}, 확률의 평균 {said.mean():.2f}")
    print(f"  보정 오차 {error:.2f}")
    told, right, count = reliability(said, correct)
    ax.plot(told[count > 0], right[count > 0], marker + "-", label=f"$T$ = {T}")
ax.set(xlabel="말한 확률", ylabel="맞힌 비율")
ax.legend()
plt.show()

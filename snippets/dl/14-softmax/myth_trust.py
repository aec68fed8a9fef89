import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.softmax import (
    expected_calibration_error,
    log_softmax,
    reliability,
    softmax,
)
from lessons.dl.train_test_split import train_test_split
from lessons.plotting import use_korean_font

X, y = load_digits()
X = np.c_[X / 16, np.ones(len(X))]
rng = np.random.default_rng(0)
X_rest, X_test, y_rest, y_test = train_test_split(X, y, rng=rng, stratify=y)
X_train, X_val, y_train, y_val = train_test_split(
    X_rest, y_rest, rng=rng, stratify=y_rest
)
W, *_ = np.linalg.lstsq(X_train, np.eye(10)[y_train], rcond=1e-8)
z_val, z = X_val @ W, X_test @ W


def score(T):
    """검증 데이터의 정답에 매긴 로그 확률의 평균"""
    return log_softmax(z_val / T, axis=1)[np.arange(len(y_val)), y_val].mean()


grid = np.geomspace(0.01, 1, 21)
best = max(grid, key=score)
print(f"온도의 눈금 {grid[0]:.2f}에서 {grid[-1]:.2f}, 고른 온도 {best:.3f}")

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.8), layout="constrained")
ax.plot([0, 1], [0, 1], ":", color="C5", label="말한 대로 맞힐 때")
for T, marker in ((1, "o"), (0.15, "s"), (best, "^"), (0.02, "x")):
    p = softmax(z / T, axis=1)
    correct, said = p.argmax(axis=1) == y_test, p.max(axis=1)
    error = expected_calibration_error(said, correct)
    print(f"T = {T:.3f}: 테스트 정확도 {correct.mean():.3f}", end=", ")
    print(f"확률의 평균 {said.mean():.2f}, 보정 오차 {error:.2f}")
    told, right, count = reliability(said, correct)
    ax.plot(told[count > 9], right[count > 9], marker + "-", label=f"$T$ = {T:.3g}")
ax.set(xlabel="말한 확률", ylabel="맞힌 비율")
ax.legend()
plt.show()

import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.kfold import KFold
from lessons.dl.model_selection import cross_val_score
from lessons.dl.polynomial import PolynomialRegressor, noisy_wave
from lessons.plotting import use_korean_font

x, y = noisy_wave(60, rng=np.random.default_rng(2))
folds = list(KFold(5, shuffle=True, rng=np.random.default_rng(0)).split(x))
degrees = range(13)
train, valid = [], []
for degree in degrees:
    model = PolynomialRegressor(degree)
    losses = -cross_val_score(model, x, y, cv=folds)
    valid.append(losses.mean())
    train.append(-model.fit(x, y).score(x, y))
    if degree in (0, 1, 3, 6, 12):
        error = losses.std(ddof=1) / np.sqrt(5)
        print(f"{degree:2d}차: 훈련 {train[-1]:.3f}, ", end="")
        print(f"교차 검증 {valid[-1]:.3f} ± {error:.3f}")
print("교차 검증 손실이 가장 낮은 차수:", np.argmin(valid))

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
ax.plot(degrees, train, "o-", label="훈련")
ax.plot(degrees, valid, "s--", label="교차 검증")
ax.axvline(np.argmin(valid), color="C2", linestyle=":")
ax.set(xlabel="차수", ylabel="평균 제곱 오차", xticks=degrees, ylim=(0, 0.7))
ax.legend()
plt.show()

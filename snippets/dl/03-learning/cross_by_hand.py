import numpy as np

from lessons.dl.kfold import KFold
from lessons.dl.model_selection import cross_val_score
from lessons.dl.polynomial import PolynomialRegressor, noisy_wave

x, y = noisy_wave(60, rng=np.random.default_rng(2))
fold = np.sort(np.arange(60) % 5)  # 샘플마다 몇 번째 조각인가

losses = []
for i in range(5):
    train, valid = fold != i, fold == i
    model = PolynomialRegressor(3).fit(x[train], y[train])
    losses.append(-model.score(x[valid], y[valid]))
print("조각마다:", np.round(losses, 3), f"평균 {np.mean(losses):.3f}")

same = -cross_val_score(PolynomialRegressor(3), x, y, cv=KFold(5))
print("cross_val_score와 같은가:", np.allclose(losses, same))

import numpy as np

from lessons.dl.kfold import KFold
from lessons.dl.model_selection import cross_val_score
from lessons.dl.polynomial import PolynomialRegressor, noisy_wave

for k in (2, 5, 10, 30):
    guesses, truths = [], []
    for seed in range(30):
        rng = np.random.default_rng(seed)
        x, y = noisy_wave(30, rng=rng)
        x_new, y_new = noisy_wave(2000, rng=rng)
        folds = KFold(k, shuffle=True, rng=rng)
        scores = cross_val_score(PolynomialRegressor(3), x, y, cv=folds)
        guesses.append(-scores.mean())
        truths.append(-PolynomialRegressor(3).fit(x, y).score(x_new, y_new))
    gap = np.subtract(guesses, truths)
    print(f"{k:2d}겹: 어림 − 참값의 평균 {gap.mean():+.3f}, 흔들림 {gap.std():.3f}")

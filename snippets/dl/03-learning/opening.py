import numpy as np

from lessons.dl.polynomial import PolynomialRegressor, noisy_wave

rng = np.random.default_rng(2)
x, y = noisy_wave(15, rng=rng)
x_new, y_new = noisy_wave(1000, rng=rng)

print("차수  배운 점의 오차  새 점의 오차")
for degree in (1, 3, 7, 9):
    model = PolynomialRegressor(degree).fit(x, y)
    seen, unseen = -model.score(x, y), -model.score(x_new, y_new)
    print(f"{degree:3d}차 {seen:12.3f} {unseen:16,.2f}")

import numpy as np

from lessons.dl.polynomial import PolynomialRegressor, noisy_wave

rng = np.random.default_rng(2)
x, y = noisy_wave(15, rng=rng)
x_new, y_new = noisy_wave(1000, rng=rng)
inside = (x.min() <= x_new) & (x_new <= x.max())
print(f"배운 점: {x.min()}부터 {x.max()}까지, 새 점은 안에 {inside.sum()}개")

print("차수  배운 점   새 점(안)     새 점(밖)")
for degree in (1, 3, 7, 9):
    model = PolynomialRegressor(degree).fit(x, y)
    seen = -model.score(x, y)
    near = -model.score(x_new[inside], y_new[inside])
    far = -model.score(x_new[~inside], y_new[~inside])
    print(f"{degree:3d}차 {seen:8.3f} {near:11.3f} {far:14,.1f}")

import numpy as np

from lessons.dl.features import PolynomialFeatures, StandardScaler
from lessons.dl.linear_regression import mean_squared_error
from lessons.dl.polynomial import noisy_wave
from lessons.dl.ridge import Ridge

rng = np.random.default_rng(2)
x, y = noisy_wave(15, rng=rng)
x_new, y_new = noisy_wave(1000, rng=rng)
inside = (x.min() <= x_new) & (x_new <= x.max())

powers, scaler = PolynomialFeatures(9, include_bias=False), StandardScaler()
Z = scaler.fit_transform(powers.fit_transform(x[:, None]))
Z_new = scaler.transform(powers.transform(x_new[:, None]))
print("    α   배운 점  새 점(안)  새 점(밖)  가장 큰 가중치")
for alpha in (0, 1e-4, 1e-2, 1, 100):
    model = Ridge(alpha).fit(Z, y)
    seen = mean_squared_error(y, model.predict(Z))
    near, far = (
        mean_squared_error(y_new[part], model.predict(Z_new[part]))
        for part in (inside, ~inside)
    )
    largest = abs(model.coef_).max()
    print(f"{alpha:6g} {seen:8.3f} {near:10.3f} {far:11,.2f} {largest:12.2f}")

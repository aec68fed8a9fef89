import numpy as np

from lessons.dl.features import PolynomialFeatures, StandardScaler
from lessons.dl.linear_regression import mean_squared_error
from lessons.dl.polynomial import noisy_wave
from lessons.dl.ridge import Ridge

rng = np.random.default_rng(2)
x, y = noisy_wave(15, rng=rng)
x_new, y_new = noisy_wave(1000, rng=rng)

powers = PolynomialFeatures(9, include_bias=False)
scaler = StandardScaler()
Z = scaler.fit_transform(powers.fit_transform(x[:, None]))
Z_new = scaler.transform(powers.transform(x_new[:, None]))
for alpha in (0, 1e-4, 1e-2, 1, 100):
    model = Ridge(alpha).fit(Z, y)
    print(
        f"α = {alpha:g}: 배운 점 {mean_squared_error(y, model.predict(Z)):.3f}, ",
        end="",
    )
    print(f"새 점 {mean_squared_error(y_new, model.predict(Z_new)):.2f}, ", end="")
    print(f"가장 큰 가중치 {abs(model.coef_).max():.2f}")

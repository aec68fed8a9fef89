import numpy as np

from lessons.dl.polynomial import PolynomialRegressor, noisy_wave

x, y = noisy_wave(15, rng=np.random.default_rng(2))
for alpha in (0, 0.001, 0.1, 10):
    model = PolynomialRegressor(9, alpha).fit(x, y)
    size = abs(model.coef_).max()
    print(f"alpha {alpha:5g}: 가장 큰 계수 {size:7.2f}, 훈련 {-model.score(x, y):.3f}")

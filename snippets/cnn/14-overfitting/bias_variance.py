import numpy as np

from lessons.cnn.overfitting.bias_variance import bias_variance
from lessons.dl.polynomial import PolynomialRegressor, noisy_wave

x = np.linspace(-0.9, 0.9, 181)
truth = np.sin(np.pi * x)
print("차수  편향²   분산    합      직접 잰 오차")
for degree in (1, 2, 3, 5, 7, 9):
    rng = np.random.default_rng(0)
    guesses = [
        PolynomialRegressor(degree).fit(*noisy_wave(40, rng=rng)).predict(x)
        for _ in range(300)
    ]
    bias, variance = bias_variance(guesses, truth)
    error = np.mean((np.array(guesses) - truth) ** 2)
    print(
        f"{degree:>2}    {bias:.4f}  {variance:.4f}  {bias + variance:.4f}  {error:.4f}"
    )

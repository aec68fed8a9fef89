import numpy as np

from lessons.dl.features import StandardScaler
from lessons.dl.polynomial import noisy_wave
from lessons.dl.ridge import Ridge


def powers(x):
    return np.stack([x**k for k in range(1, 10)], axis=1)


rng = np.random.default_rng(4)
(x, y), (x_test, y_test) = noisy_wave(20, rng=rng), noisy_wave(1000, rng=rng)
scaler = StandardScaler().fit(powers(x))
for name, scale in (("그대로", lambda X: X), ("정규화", scaler.transform)):
    for alpha in (0, 0.01):
        model = Ridge(alpha).fit(scale(powers(x)), y)
        y_hat = model.predict(scale(powers(x_test)))
        train = np.mean((model.predict(scale(powers(x))) - y) ** 2)
        test = np.mean((y_hat - y_test) ** 2)
        rule = "규제" if alpha else "규제 없음"
        print(f"{name}, {rule}: 훈련 {train:.3f}, 새 점 {test:.3f}")

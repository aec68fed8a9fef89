import numpy as np

from lessons.dl.activations import relu, sigmoid, tanh
from lessons.dl.linear_regression import LinearRegression

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 1, 1, 0])

for scale in (0.1, 1, 10):
    solved = dict.fromkeys(("ReLU", "시그모이드", "tanh"), 0)
    for seed in range(200):
        rng = np.random.default_rng(seed)
        Z = scale * (X @ rng.normal(size=(2, 3)) + rng.normal(size=3))
        for name, f in zip(solved, (relu, sigmoid, tanh), strict=True):
            y_hat = LinearRegression().fit(f(Z), y).predict(f(Z))
            solved[name] += np.array_equal(y_hat > 0.5, y == 1)
    print(f"크기 {scale}: 200번 가운데 푼 것 {solved}")

import numpy as np

from lessons.dl.linear_regression import LinearRegression

rng = np.random.default_rng(0)
N = 30
x, x_new = rng.standard_normal((N, 1)), rng.standard_normal((1000, 1))
y = x[:, 0] + rng.standard_normal(N)
y_new = x_new[:, 0] + rng.standard_normal(1000)
noise, noise_new = rng.standard_normal((N, 28)), rng.standard_normal((1000, 28))

for k in (0, 5, 10, 20, 28):
    X = np.hstack([x, noise[:, :k]])
    X_new = np.hstack([x_new, noise_new[:, :k]])
    model = LinearRegression().fit(X, y)
    print(f"쓸모없는 특성 {k:2d}개: 훈련 R² {model.score(X, y):.2f}, ", end="")
    print(f"새 데이터 R² {model.score(X_new, y_new):.2f}")

t = np.arange(11.0)[:, None]
line = LinearRegression().fit(t, t[:, 0] ** 2)
print(f"포물선에 맞춘 직선의 R² {line.score(t, t[:, 0] ** 2):.3f}")
print(f"t = 20의 정답 400, 예측 {line.predict([[20]])[0]:.0f}")

import numpy as np

from lessons.data.hubble import load_hubble
from lessons.dl.linear_regression import LinearRegression

x, y = load_hubble()
rng = np.random.default_rng(0)
lines = []
for _ in range(2000):
    drawn = rng.integers(24, size=24)  # 같은 성운이 여러 번 뽑혀도 된다
    model = LinearRegression().fit(x[drawn, None], y[drawn])
    lines.append((model.coef_[0], model.intercept_))
w, b = np.array(lines).T
print("기울기의 가운데 95%:", np.quantile(w, [0.025, 0.975]).round(-1))
print("편향의 가운데 95%:", np.quantile(b, [0.025, 0.975]).round(-1))

far = LinearRegression().fit(7 * x[:, None], y)  # 거리가 모두 일곱 배라면
print(f"거리를 일곱 배 하면 {far.coef_[0]:.1f}x {far.intercept_:+.1f}")
print(f"배운 점의 R²는 그대로 {far.score(7 * x[:, None], y):.2f}")

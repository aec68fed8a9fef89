import numpy as np

from lessons.dl.features import PolynomialFeatures
from lessons.dl.linear_regression import LinearRegression

both = PolynomialFeatures(2, interaction_only=True, include_bias=False)
Z = np.array([[-1.0, -1], [-1, 1], [1, -1], [1, 1]])  # 표준화한 거리와 층수
y = np.array([19.0, 23, 27, 35])
line = LinearRegression().fit(Z, y)
print(
    "배달의 잔차:", (y - line.predict(Z)).round(6) + 0, "거리×층수:", Z[:, 0] * Z[:, 1]
)

bits = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
xor = np.array([0, 1, 1, 0])  # 두 입력이 다를 때만 1
for name, X in (("x₁, x₂", bits), ("x₁, x₂, x₁x₂", both.fit_transform(bits))):
    model = LinearRegression().fit(X, xor)
    w, b = model.coef_.round(6) + 0, round(abs(model.intercept_), 6)
    print(f"{name}: w = {w}, b = {b}, 예측 {abs(model.predict(X)).round(6)}")

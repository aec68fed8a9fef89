from lessons.datasets import load_diabetes
from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression import LinearRegression
from lessons.dl.ridge import Ridge

X, y = load_diabetes(scaled=False)
scaler = StandardScaler()
Z = scaler.fit_transform(X)
for name, model in (("최소제곱", LinearRegression()), ("릿지 α = 100", Ridge(100))):
    raw = model.fit(X, y).predict(X)
    scaled = model.fit(Z, y).predict(Z)
    print(f"{name}: 예측이 가장 많이 달라진 값 {abs(raw - scaled).max():.4f}")

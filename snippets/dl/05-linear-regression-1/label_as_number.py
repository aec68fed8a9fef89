import numpy as np

from lessons.dl.linear_regression import LinearRegression

x = np.array([1.0, 2.0, 3.0, 4.0])
y = np.array([0.0, 0.0, 1.0, 1.0])  # 0은 걷는다, 1은 오토바이를 탄다

for name, u, v in [("네 점", x, y), ("20km 추가", np.append(x, 20), np.append(y, 1))]:
    model = LinearRegression().fit(u[:, None], v)
    edge = (0.5 - model.intercept_) / model.coef_[0]
    print(f"{name}: {model.coef_[0]:.3f}x {model.intercept_:+.3f}, 경계 {edge:.2f}km")
    print("  3km의 예측:", model.predict([[3.0]]).round(3))
    print("  40km의 예측:", model.predict([[40.0]]).round(3))

import numpy as np

from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression import LinearRegression

X = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
y = np.array([19.0, 23, 27, 35])
scaler = StandardScaler()
model = LinearRegression().fit(scaler.fit_transform(X), y)

for order in ([[1.0, 1.0]], [[6.0, 20.0]], [[50.0, 60.0]]):
    right = model.predict(scaler.transform(order))[0]
    wrong = model.predict(StandardScaler().fit_transform(order))[0]
    print(f"{order[0]}: 훈련의 자로 {right:.1f}분, 제 평균으로 {wrong:.1f}분")

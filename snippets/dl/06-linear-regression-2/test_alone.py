import numpy as np

from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression import LinearRegression

X = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
y = np.array([19.0, 23, 27, 35])
far = np.array([[6.0, 20], [8, 40]])  # 새 동네의 먼 배달 두 건

scaler = StandardScaler()
model = LinearRegression().fit(scaler.fit_transform(X), y)
print("훈련의 평균으로:", model.predict(scaler.transform(far)).round(1))
print("새로 잰 평균으로:", model.predict(StandardScaler().fit_transform(far)).round(1))

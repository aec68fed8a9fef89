import numpy as np

from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression_gd import LinearRegressionGD

X = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
y = np.array([19.0, 23, 27, 35])

ways = {
    "거리를 km로": X,
    "거리를 m로": X * [1000, 1],
    "표준화": StandardScaler().fit_transform(X),
}
for name, features in ways.items():
    model = LinearRegressionGD(max_iter=50_000).fit(features, y)
    late = " (아직 못 옴)" if model.n_iter_ == 50_000 else ""
    print(f"{name}: {model.n_iter_}걸음{late}")

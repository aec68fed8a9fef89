import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_diabetes
from lessons.dl.features import StandardScaler
from lessons.dl.linear_regression_gd import LinearRegressionGD, condition_number
from lessons.plotting import use_korean_font

axes = np.array([[1.0, 1], [1, -1], [-1, 1], [-1, -1]])
kappas, measured = [1, 3, 10, 30, 100, 300, 1000, 3000], []
for kappa in kappas:
    X = axes * [1, np.sqrt(kappa)]
    y = X @ [1, 1 / kappa]  # 두 방향의 기울기가 같은 크기에서 출발한다
    model = LinearRegressionGD(fit_intercept=False, max_iter=100_000).fit(X, y)
    measured.append(model.n_iter_)
    predicted = kappa / 2 * np.log(1e6)
    print(
        f"κ = {kappa:4d}: 잰 걸음 {model.n_iter_:5d}, κ/2·log(10⁶) = {predicted:5.0f}"
    )

X, y = load_diabetes(scaled=False)
Z = StandardScaler().fit_transform(X)
model = LinearRegressionGD().fit(Z, y)
kappa = condition_number(Z)
print(f"당뇨 데이터: 그대로 κ = {condition_number(X):.0f}, 표준화 κ = {kappa:.0f}")
print(f"표준화한 뒤 {model.n_iter_}걸음")

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
ax.loglog(kappas, np.array(kappas) / 2 * np.log(1e6), "--", color="C5", label="식")
ax.loglog(kappas, measured, "o", color="C0", label="만든 데이터")
ax.loglog(kappa, model.n_iter_, "D", color="C3", label="표준화한 당뇨 데이터")
ax.set(xlabel="조건수 κ", ylabel="걸음 수")
ax.legend()
plt.show()

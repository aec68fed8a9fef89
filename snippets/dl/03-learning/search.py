import numpy as np

from lessons.dl.kfold import KFold
from lessons.dl.model_selection import GridSearchCV, RandomizedSearchCV
from lessons.dl.polynomial import PolynomialRegressor, noisy_wave
from lessons.dl.train_test_split import train_test_split

rng = np.random.default_rng(2)
x, y = noisy_wave(80, rng=rng)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.25, rng=rng)
folds = list(KFold(5, shuffle=True, rng=rng).split(x_train))

candidates = {"degree": [2, 7, 12], "alpha": [0.001, 0.1, 10.0]}
grid = GridSearchCV(PolynomialRegressor(), candidates, cv=folds)
grid.fit(x_train, y_train)
print("격자의 검증 손실 (행은 alpha 0.001, 0.1, 10, 열은 차수 2, 7, 12)")
print(-grid.cv_results_["mean_test_score"].reshape(3, 3).round(3))

spread = {"degree": list(range(13)), "alpha": lambda rng: 10 ** rng.uniform(-3, 1)}
drawn = RandomizedSearchCV(PolynomialRegressor(), spread, n_iter=9, cv=folds, rng=rng)
drawn.fit(x_train, y_train)
for name, search in (("격자", grid), ("무작위", drawn)):
    degrees = {setting["degree"] for setting in search.cv_results_["params"]}
    degree, alpha = search.best_params_["degree"], search.best_params_["alpha"]
    print(f"{name}: 차수 {len(degrees)}가지를 시험해 {degree}차, alpha {alpha:.3f}")
    print(f"  검증 {-search.best_score_:.3f}")

best = max((grid, drawn), key=lambda search: search.best_score_)
print(f"마지막에 한 번, 테스트 {-best.score(x_test, y_test):.3f}")

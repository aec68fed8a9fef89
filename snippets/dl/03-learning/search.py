import numpy as np

from lessons.dl.kfold import KFold
from lessons.dl.model_selection import GridSearchCV, RandomizedSearchCV
from lessons.dl.polynomial import PolynomialRegressor, noisy_wave
from lessons.dl.train_test_split import train_test_split

rng = np.random.default_rng(2)
x, y = noisy_wave(80, rng=rng)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.25, rng=rng)
folds = list(KFold(5, shuffle=True, rng=rng).split(x_train))

grid = GridSearchCV(
    PolynomialRegressor(),
    {"degree": [2, 7, 12], "alpha": [0.001, 0.1, 10.0]},
    cv=folds,
)
drawn = RandomizedSearchCV(
    PolynomialRegressor(),
    {"degree": list(range(13)), "alpha": lambda rng: 10 ** rng.uniform(-3, 1)},
    n_iter=9,
    cv=folds,
    rng=rng,
)
for name, search in (("격자", grid), ("무작위", drawn)):
    search.fit(x_train, y_train)
    tried = search.cv_results_["params"]
    kinds = len({p["degree"] for p in tried}), len({p["alpha"] for p in tried})
    degree, alpha = search.best_params_["degree"], search.best_params_["alpha"]
    print(f"{name}: {len(tried)}번, 차수 {kinds[0]}가지, alpha {kinds[1]}가지")
    print(f"  고른 것: {degree}차, alpha {alpha:.3f}, 검증 {-search.best_score_:.3f}")

best = max((grid, drawn), key=lambda search: search.best_score_)
print(f"마지막에 한 번, 테스트 {-best.score(x_test, y_test):.3f}")

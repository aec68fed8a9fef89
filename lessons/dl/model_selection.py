"""모델 고르기. 교차 검증으로 재고 하이퍼파라미터를 찾는다.

이름과 기본값은 scikit-learn을 따르고 난수만 rng로 받는다.
모델은 fit(X, y)와 score(X, y)가 있고, 생성자의 인자를 같은 이름으로 간직한다.
출처: Kohavi (1995), Bergstra·Bengio (2012)
"""

# --8<-- [start:imports]
import copy
import inspect
import itertools
from collections.abc import Callable, Iterator, Sized

import numpy as np
from numpy.typing import ArrayLike

from lessons.arrays import integers, real, rows
from lessons.dl.kfold import KFold
from lessons.scalars import count, flag, function, generator, mapping, shown

# --8<-- [end:imports]


# --8<-- [start:clone]
def clone(estimator, **params):
    """설정은 같고 배운 것은 없는 새 모델. params로 준 설정만 바꾼다.

    오류: 모델이 아니거나 생성자에 없는 이름이면 ValueError
    """
    if isinstance(estimator, type) or not hasattr(estimator, "fit"):
        raise ValueError(
            "estimator: fit이 있는 모델을 넣는다. 클래스면 괄호를 붙여 만든다. "
            f"받은 값: {shown(estimator)}."
        )
    names = list(inspect.signature(type(estimator)).parameters)
    for name in params:
        if name not in names:
            raise ValueError(f"{name}이라는 설정이 없다. 있는 설정: {names}")
    kept = {name: copy.deepcopy(getattr(estimator, name)) for name in names}
    return type(estimator)(**kept | params)
# --8<-- [end:clone]


# --8<-- [start:cross_val_score]
def make_folds(cv, X: ArrayLike, y: ArrayLike) -> list:
    """cv가 None이면 5조각, 정수면 그 수만큼, 아니면 cv.split이나 번호 쌍의 목록."""
    folds = cv
    if not isinstance(cv, list | tuple | Iterator):
        if isinstance(cv, Sized) or not hasattr(cv, "split"):
            cv = KFold(5 if cv is None else cv)
        folds = cv.split(X, y)
    folds = list(folds)
    if not all(isinstance(fold, tuple | list) and len(fold) == 2 for fold in folds):
        raise ValueError(
            "cv: 조각의 수, KFold, (훈련 번호, 검증 번호)의 목록 가운데 하나를 넣는다. "
            f"받은 값: {shown(cv)}."
        )
    last = len(rows("X", X)) - 1
    return [
        [integers("cv의 번호", part, "M", low=0, high=last) for part in fold]
        for fold in folds
    ]


def scorer(scoring: Callable | None) -> Callable:
    """점수를 내는 함수. None이면 모델의 score다."""
    if scoring is None:
        return lambda model, X, y: model.score(X, y)
    return function("scoring", scoring)


def cross_val_score(estimator, X: ArrayLike, y: ArrayLike, *, scoring=None, cv=None):
    """조각마다 새로 학습해 검증 조각에서 잰 점수. 식 (3.7)

    scoring: (모델, X, y)를 받아 점수를 내는 함수. 없으면 모델의 score
    반환: (조각 수,)
    """
    X = rows("X", X)
    y = rows("y", y, N=len(X))
    scoring, scores = scorer(scoring), []
    for train, valid in make_folds(cv, X, y):
        model = clone(estimator).fit(X[train], y[train])
        scores.append(scoring(model, X[valid], y[valid]))
    return real("scoring의 점수", scores, "K")
# --8<-- [end:cross_val_score]


# --8<-- [start:parameter_grid]
def parameter_grid(param_grid: dict) -> list[dict]:
    """후보의 모든 조합. 이름의 가나다순으로 늘어놓는다.

    param_grid: 이름마다 후보의 목록
    오류: 후보의 목록이 아니거나 비었으면 ValueError
    """
    names = sorted(mapping("param_grid", param_grid))
    values = itertools.product(*(_options(name, param_grid[name]) for name in names))
    return [dict(zip(names, value, strict=True)) for value in values]


def _options(name: str, values: ArrayLike) -> list:
    """한 설정의 후보. 하나여도 목록에 담는다."""
    values = list(np.atleast_1d(values)) if isinstance(values, np.ndarray) else values
    if not isinstance(values, list | tuple | range) or not values:
        raise ValueError(
            f"{name}: 후보를 하나 이상 목록에 담는다. 하나면 [값]으로 쓴다. "
            f"받은 값: {shown(values)}."
        )
    return list(values)
# --8<-- [end:parameter_grid]


# --8<-- [start:GridSearchCV]
class GridSearchCV:
    """모든 조합을 교차 검증해 평균 점수가 가장 높은 것을 고른다.

    refit: 참이면 고른 설정으로 전체를 다시 학습해 best_estimator_에 둔다
    동점이면 앞의 조합을 고른다.
    오류: 점수가 유한하지 않거나, 다시 학습하지 않고 predict하면 ValueError
    """

    def __init__(
        self, estimator, param_grid: dict, *, scoring=None, refit=True, cv=None
    ) -> None:
        self.estimator, self.param_grid = estimator, param_grid
        self.scoring, self.refit, self.cv = scoring, refit, cv

    def candidates(self) -> list[dict]:
        return parameter_grid(self.param_grid)

    def fit(self, X: ArrayLike, y: ArrayLike):
        X = rows("X", X)
        y = rows("y", y, N=len(X))
        refit, folds = flag("refit", self.refit), make_folds(self.cv, X, y)
        params = self.candidates()
        scores = []
        for setting in params:
            model = clone(self.estimator, **setting)
            scores.append(
                cross_val_score(model, X, y, scoring=self.scoring, cv=folds)
            )
        mean = np.mean(scores, axis=1)
        if not np.isfinite(mean).all():
            bad = params[int(np.isfinite(mean).argmin())]
            raise ValueError(f"점수가 유한하지 않은 조합이 있다: {bad}")
        self.best_index_ = int(mean.argmax())
        self.best_params_ = params[self.best_index_]
        self.best_score_ = float(mean[self.best_index_])
        std = np.std(scores, axis=1)
        self.cv_results_ = {
            "params": params, "mean_test_score": mean, "std_test_score": std
        }
        if refit:
            self.best_estimator_ = clone(self.estimator, **self.best_params_).fit(X, y)
        return self

    def predict(self, X: ArrayLike) -> np.ndarray:
        return self._best().predict(X)

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        return scorer(self.scoring)(self._best(), X, y)

    def _best(self):
        if not hasattr(self, "best_estimator_"):
            raise ValueError("고른 모델이 없다. refit=True로 fit(X, y)를 먼저 부른다.")
        return self.best_estimator_
# --8<-- [end:GridSearchCV]


# --8<-- [start:RandomizedSearchCV]
class RandomizedSearchCV(GridSearchCV):
    """조합을 n_iter번 무작위로 뽑아 교차 검증한다. 나머지는 GridSearchCV와 같다.

    param_distributions: 이름마다 후보의 목록이나, rng를 받아 값을 내는 함수.
        모두 목록이면 같은 조합을 두 번 뽑지 않는다
    """

    def __init__(
        self, estimator, param_distributions: dict, *, n_iter: int = 10,
        scoring=None, refit=True, cv=None, rng: np.random.Generator,
    ) -> None:
        super().__init__(estimator, {}, scoring=scoring, refit=refit, cv=cv)
        self.param_distributions, self.n_iter, self.rng = (
            param_distributions, n_iter, rng
        )

    def candidates(self) -> list[dict]:
        n_iter, rng = count("n_iter", self.n_iter), generator("rng", self.rng)
        given = mapping("param_distributions", self.param_distributions)
        if not any(callable(values) for values in given.values()):
            grid = parameter_grid(given)
            n = min(n_iter, len(grid))
            return [grid[i] for i in rng.choice(len(grid), n, replace=False)]
        return [
            {name: _draw(name, given[name], rng) for name in sorted(given)}
            for _ in range(n_iter)
        ]


def _draw(name: str, values, rng: np.random.Generator):
    """설정 하나의 값을 뽑는다. 함수면 부르고, 목록이면 하나를 고른다."""
    if callable(values):
        return values(rng)
    values = _options(name, values)
    return values[rng.integers(len(values))]
# --8<-- [end:RandomizedSearchCV]

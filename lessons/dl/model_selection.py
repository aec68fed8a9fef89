"""모델 고르기. 데이터를 나누고, 교차 검증하고, 하이퍼파라미터를 찾는다.

기호: N 샘플 수, K 클래스 수. 이름과 기본값은 scikit-learn을 따르고 난수만 rng로 받는다.
모델은 fit(X, y)와 score(X, y)가 있고, 생성자의 인자를 같은 이름으로 간직한다.
출처: Kohavi (1995), Bergstra·Bengio (2012)
"""

# --8<-- [start:imports]
import copy
import inspect
import itertools
from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

# --8<-- [end:imports]


# --8<-- [start:split_sizes]
def split_sizes(
    N: int, test_size: float | None, train_size: float | None
) -> tuple[int, int]:
    """훈련과 테스트의 샘플 수. 테스트는 올림하고 훈련은 내림한다.

    test_size, train_size: 비율(0과 1 사이의 실수) 또는 개수(정수).
        하나만 주면 나머지가 다른 쪽이고, 둘 다 없으면 테스트가 0.25
    오류: 범위를 벗어나거나, 합이 N보다 크거나, 한쪽이 비면 ValueError
    """
    if test_size is None and train_size is None:
        test_size = 0.25
    counts = []
    for size, rounded in ((train_size, np.floor), (test_size, np.ceil)):
        whole = isinstance(size, int | np.integer)
        if size is not None and not 0 < size < (N if whole else 1):
            raise ValueError(
                f"크기는 0과 1 사이의 실수나 1 이상 {N} 미만의 정수로 준다. "
                f"받은 값: {size}"
            )
        counts.append(size if whole or size is None else int(rounded(size * N)))
    n_train, n_test = counts
    n_train = N - n_test if n_train is None else n_train
    n_test = N - n_train if n_test is None else n_test
    if n_train < 1 or n_test < 1 or n_train + n_test > N:
        raise ValueError(
            f"샘플 {N}개를 훈련 {n_train}개와 테스트 {n_test}개로 나눌 수 없다. "
            "샘플을 늘리거나 크기를 고친다."
        )
    return n_train, n_test
# --8<-- [end:split_sizes]


# --8<-- [start:allocate]
def allocate(counts: ArrayLike, n: int, rng: np.random.Generator) -> np.ndarray:
    """n자리를 클래스의 크기에 비례해 나눈다. 식 (3.6)

    몫을 먼저 주고, 남은 자리는 나머지가 큰 클래스부터 하나씩 준다.
    나머지가 같으면 rng가 차례를 정한다.
    counts: (K,) 클래스마다의 샘플 수
    반환: (K,) 합이 n
    """
    counts = np.asarray(counts)
    share, remainder = np.divmod(counts * n, counts.sum())
    order = np.lexsort((rng.random(len(counts)), -remainder))
    share[order[: n - share.sum()]] += 1
    return share
# --8<-- [end:allocate]


# --8<-- [start:stratified_indices]
def stratified_indices(
    y: ArrayLike, n_train: int, n_test: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """클래스의 비율을 지켜 뽑은 훈련과 테스트의 번호.

    y: (N,) 클래스
    오류: 샘플이 하나뿐인 클래스가 있거나, 어느 쪽이 클래스보다 적으면 ValueError
    """
    classes, kinds, counts = np.unique(y, return_inverse=True, return_counts=True)
    if counts.min() < 2:
        raise ValueError(
            f"클래스 {classes[counts.argmin()]}의 샘플이 하나뿐이라 양쪽에 넣을 수 "
            "없다. 샘플을 더 모으거나 그 클래스를 뺀다."
        )
    if min(n_train, n_test) < len(classes):
        raise ValueError(
            f"클래스가 {len(classes)}개인데 훈련은 {n_train}개, 테스트는 {n_test}개다. "
            "어느 쪽이든 클래스의 수 이상이어야 한다."
        )
    to_train = allocate(counts, n_train, rng)
    to_test = allocate(counts - to_train, n_test, rng)
    train, test = [], []
    for k, (a, b) in enumerate(zip(to_train, to_test, strict=True)):
        members = rng.permutation(np.flatnonzero(kinds == k))
        train.append(members[:a])
        test.append(members[a : a + b])
    return rng.permutation(np.concatenate(train)), rng.permutation(np.concatenate(test))
# --8<-- [end:stratified_indices]


# --8<-- [start:train_test_split]
def train_test_split(
    *arrays: ArrayLike,
    test_size: float | None = None,
    train_size: float | None = None,
    shuffle: bool = True,
    stratify: ArrayLike | None = None,
    rng: np.random.Generator | None = None,
) -> list[np.ndarray]:
    """배열마다 같은 번호로 훈련과 테스트를 나눈다.

    stratify: (N,) 클래스. 주면 그 비율을 양쪽에서 지킨다
    반환: 배열마다 훈련, 테스트의 차례로 늘어놓은 목록
    오류: 길이가 다르거나, 크기가 맞지 않거나, 섞는데 rng가 없으면 ValueError
    """
    arrays = tuple(np.asarray(a) for a in arrays)
    given = arrays if stratify is None else (*arrays, np.asarray(stratify))
    lengths = [a.shape[0] if a.ndim else 0 for a in given]
    if not arrays or len(set(lengths)) != 1:
        raise ValueError(f"길이가 같은 배열을 하나 이상 준다. 받은 길이: {lengths}")
    N = lengths[0]
    n_train, n_test = split_sizes(N, test_size, train_size)
    if shuffle and rng is None:
        raise ValueError("섞으려면 rng=np.random.default_rng(0)처럼 난수를 준다.")
    if not shuffle and stratify is not None:
        raise ValueError("층화 추출은 섞어야 한다. shuffle=True로 둔다.")
    if not shuffle:
        train, test = np.arange(n_train), np.arange(n_train, n_train + n_test)
    elif stratify is None:
        order = rng.permutation(N)
        test, train = order[:n_test], order[n_test : n_test + n_train]
    else:
        train, test = stratified_indices(stratify, n_train, n_test, rng)
    return [part for a in arrays for part in (a[train], a[test])]
# --8<-- [end:train_test_split]


# --8<-- [start:KFold]
class KFold:
    """샘플을 n_splits조각으로 나누어, 차례로 한 조각을 검증에 쓴다.

    오류: n_splits가 2 이상의 정수가 아니거나 샘플보다 많거나,
        shuffle과 rng 가운데 하나만 주면 ValueError
    """

    def __init__(
        self,
        n_splits: int = 5,
        *,
        shuffle: bool = False,
        rng: np.random.Generator | None = None,
    ) -> None:
        if not isinstance(n_splits, int | np.integer) or n_splits < 2:
            raise ValueError(f"n_splits는 2 이상의 정수여야 한다. 받은 값: {n_splits}")
        if shuffle != (rng is not None):
            raise ValueError("shuffle=True와 rng는 함께 주거나 함께 뺀다.")
        self.n_splits, self.shuffle, self.rng = n_splits, shuffle, rng

    def split(
        self, X: ArrayLike, y: ArrayLike | None = None
    ) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """조각마다 (훈련 번호, 검증 번호)를 낸다."""
        if len(X) < self.n_splits:
            raise ValueError(
                f"샘플 {len(X)}개를 {self.n_splits}조각으로 나눌 수 없다. "
                "n_splits를 줄인다."
            )
        fold = self.folds(len(X), y)
        for i in range(self.n_splits):
            yield np.flatnonzero(fold != i), np.flatnonzero(fold == i)

    def folds(self, N: int, y: ArrayLike | None) -> np.ndarray:
        """(N,) 샘플마다 몇 번째 조각인가. 앞 조각부터 하나씩 더 받는다."""
        fold = np.sort(np.arange(N) % self.n_splits)
        return self.rng.permutation(fold) if self.shuffle else fold
# --8<-- [end:KFold]


# --8<-- [start:StratifiedKFold]
class StratifiedKFold(KFold):
    """조각마다 클래스의 비율을 지키는 KFold.

    샘플이 n_splits보다 적은 클래스는 없는 조각이 생긴다.
    오류: y가 없거나, 길이가 다르거나, 모든 클래스가 n_splits보다 적으면 ValueError
    """

    def folds(self, N: int, y: ArrayLike | None) -> np.ndarray:
        """클래스끼리 모아 한 줄로 세우고, 카드를 돌리듯 조각에 돌린다."""
        if y is None or np.shape(y) != (N,):
            shape = None if y is None else np.shape(y)
            raise ValueError(
                f"y는 샘플마다 하나씩 ({N},)이어야 한다. 받은 모양: {shape}"
            )
        _, first, kinds = np.unique(y, return_index=True, return_inverse=True)
        most = np.bincount(kinds).max()
        if most < self.n_splits:
            raise ValueError(
                f"가장 큰 클래스도 샘플이 {most}개뿐이다. "
                f"n_splits={self.n_splits}를 줄인다."
            )
        fold, start = np.empty(N, dtype=int), 0
        for k in np.argsort(first):
            members = np.flatnonzero(kinds == k)
            dealt = np.sort(np.arange(start, start + len(members)) % self.n_splits)
            fold[members] = self.rng.permutation(dealt) if self.shuffle else dealt
            start += len(members)
        return fold
# --8<-- [end:StratifiedKFold]


# --8<-- [start:clone]
def clone(estimator, **params):
    """설정은 같고 배운 것은 없는 새 모델. params로 준 설정만 바꾼다.

    오류: 생성자에 없는 이름이면 ValueError
    """
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
    if cv is None or isinstance(cv, int | np.integer):
        cv = KFold(5 if cv is None else cv)
    return list(cv.split(X, y) if hasattr(cv, "split") else cv)


def cross_val_score(estimator, X: ArrayLike, y: ArrayLike, *, scoring=None, cv=None):
    """조각마다 새로 학습해 검증 조각에서 잰 점수. 식 (3.7)

    scoring: (모델, X, y)를 받아 점수를 내는 함수. 없으면 모델의 score
    반환: (조각 수,)
    """
    X, y = np.asarray(X), np.asarray(y)
    scoring = scoring or (lambda model, X, y: model.score(X, y))
    scores = []
    for train, valid in make_folds(cv, X, y):
        model = clone(estimator).fit(X[train], y[train])
        scores.append(scoring(model, X[valid], y[valid]))
    return np.array(scores)
# --8<-- [end:cross_val_score]


# --8<-- [start:parameter_grid]
def parameter_grid(param_grid: dict) -> list[dict]:
    """후보의 모든 조합. 이름의 가나다순으로 늘어놓는다.

    param_grid: 이름마다 후보의 목록
    오류: 후보가 하나도 없는 이름이 있으면 ValueError
    """
    names = sorted(param_grid)
    for name in names:
        if len(param_grid[name]) == 0:
            raise ValueError(f"{name}의 후보가 비었다. 하나 이상 넣는다.")
    values = itertools.product(*(param_grid[name] for name in names))
    return [dict(zip(names, value, strict=True)) for value in values]
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
        folds = make_folds(self.cv, X, y)
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
        if self.refit:
            self.best_estimator_ = clone(self.estimator, **self.best_params_).fit(X, y)
        return self

    def predict(self, X: ArrayLike) -> np.ndarray:
        return self._best().predict(X)

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        scoring = self.scoring or (lambda model, X, y: model.score(X, y))
        return scoring(self._best(), X, y)

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
        if self.n_iter < 1:
            raise ValueError(f"n_iter는 1 이상이어야 한다. 받은 값: {self.n_iter}")
        drawn = {k: v for k, v in self.param_distributions.items() if callable(v)}
        if not drawn:
            grid = parameter_grid(self.param_distributions)
            n = min(self.n_iter, len(grid))
            return [grid[i] for i in self.rng.choice(len(grid), n, replace=False)]
        return [
            {
                name: values(self.rng) if name in drawn else self.rng.choice(values)
                for name, values in sorted(self.param_distributions.items())
            }
            for _ in range(self.n_iter)
        ]
# --8<-- [end:RandomizedSearchCV]

"""다시 뽑기와 SMOTE: 같은 난수를 뽑으면 imbalanced-learn과 같은 것이 나온다."""

import warnings

import numpy as np
import pytest
from imblearn import over_sampling, under_sampling

from lessons.cnn.imbalance.sampling import RandomOverSampler, RandomUnderSampler
from lessons.cnn.imbalance.smote import SMOTE, neighbors

PAIRS = {
    "over": (RandomOverSampler, over_sampling.RandomOverSampler),
    "under": (RandomUnderSampler, under_sampling.RandomUnderSampler),
    "smote": (SMOTE, over_sampling.SMOTE),
}


class Draws(np.random.RandomState):
    """imbalanced-learn이 부르면 우리와 같은 생성기에서 뽑아 준다."""

    def __init__(self, seed):
        super().__init__(0)
        self.rng = np.random.default_rng(seed)

    def randint(self, low, high=None, size=None, **_):
        return self.rng.integers(low, high, size=size)

    def uniform(self, low=0.0, high=1.0, size=None):
        assert (low, high) == (0.0, 1.0)
        return self.rng.random(size)

    def choice(self, a, size=None, replace=True, p=None):
        a = np.asarray(a)
        return a[self.rng.choice(len(a), size=size, replace=replace)]


def data(rng, K, least, D=3):
    """클래스마다 least개 이상, 저마다 다른 수의 샘플을 섞은 것."""
    sizes = least + rng.permutation(25)[:K]
    y = rng.permutation(np.repeat(rng.permutation(9)[:K], sizes))
    return rng.normal(size=(len(y), D)), y


@pytest.mark.parametrize("kind", PAIRS)
def test_same_draws_same_samples(kind):
    ours, theirs = PAIRS[kind]
    rng = np.random.default_rng(15)
    for turn in range(300):
        K = 2 if turn % 3 == 0 else int(rng.integers(2, 5))
        X, y = data(rng, K, least=7, D=int(rng.integers(1, 6)))
        how = {"k_neighbors": int(rng.integers(1, 7))} if kind == "smote" else {}
        if turn % 6 == 0:
            counts = np.unique(y, return_counts=True)[1]
            least = (counts.min() + 1) / counts.max()  # 하나는 더 뽑는다
            how["sampling_strategy"] = float(least + (1 - least) * rng.random())
        got = ours(rng=np.random.default_rng(turn), **how).fit_resample(X, y)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            want = theirs(random_state=Draws(turn), **how).fit_resample(X, y)
        np.testing.assert_allclose(got[0], want[0], rtol=0, atol=1e-12)
        np.testing.assert_array_equal(got[1], want[1])


def test_over_keeps_all_and_adds_only_copies():
    rng = np.random.default_rng(4)
    X, y = data(rng, 3, least=2)
    sampler = RandomOverSampler(rng=rng)
    more, kinds = sampler.fit_resample(X, y)
    np.testing.assert_array_equal(more[: len(X)], X)
    assert len(np.unique(more, axis=0)) == len(np.unique(X, axis=0))
    assert len(set(np.unique(kinds, return_counts=True)[1])) == 1
    np.testing.assert_array_equal(X[sampler.sample_indices_], more)


def test_under_draws_without_repeating():
    rng = np.random.default_rng(5)
    X, y = data(rng, 3, least=4)
    sampler = RandomUnderSampler(rng=rng)
    less, kinds = sampler.fit_resample(X, y)
    assert len(np.unique(sampler.sample_indices_)) == len(less)
    assert set(np.unique(kinds, return_counts=True)[1]) == {np.bincount(y)[y].min()}
    np.testing.assert_array_equal(X[sampler.sample_indices_], less)


def test_smote_lies_between_neighbours():
    """동점이 있어 이웃의 차례가 갈려도, 점은 k번째로 가까운 이웃까지의 선분 위다."""
    rng = np.random.default_rng(6)
    for _ in range(50):
        X = rng.integers(0, 4, (40, 2)).astype(float)
        y = np.repeat([0, 1], [28, 12])
        k = int(rng.integers(1, 6))
        new, kinds = SMOTE(rng=rng, k_neighbors=k).fit_resample(X, y)
        np.testing.assert_array_equal(new[:40], X)
        assert (kinds[40:] == 1).all() and len(kinds) == 56
        P = X[y == 1]
        far = np.sqrt(((P[:, None] - P) ** 2).sum(axis=2))
        reach = np.sort(far, axis=1)[:, k]
        for x in new[40:]:
            a, b = far <= reach[:, None] + 1e-12, far
            through = np.linalg.norm(x - P, axis=1)
            on = np.isclose(through[:, None] + through, b, atol=1e-9)
            assert (on & a).any()


def test_neighbours_far_from_the_origin():
    """원점에서 멀어도 자릿수를 잃지 않는다."""
    rng = np.random.default_rng(7)
    P = rng.normal(size=(20, 3))
    np.testing.assert_array_equal(neighbors(P, 4), neighbors(P + 2.0**26, 4))
    assert (neighbors(P, 19) != np.arange(20)[:, None]).all()


def test_one_neighbour_is_enough():
    X = [[0.0], [1.0], [9.0], [5.0], [6.0]]
    y = [0, 0, 0, 1, 1]
    new, kinds = SMOTE(rng=np.random.default_rng(0), k_neighbors=1).fit_resample(X, y)
    assert kinds.tolist() == [*y, 1]
    assert 5 <= new[-1, 0] <= 6


def test_refused():
    X, y = np.arange(12.0).reshape(6, 2), [0, 0, 0, 0, 1, 1]
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match="샘플이 2개라 이웃 5개를"):
        SMOTE(rng=rng).fit_resample(X, y)
    for ratio in (0.2, 1.5, 0, "many"):
        with pytest.raises(ValueError, match="sampling_strategy"):
            RandomOverSampler(sampling_strategy=ratio, rng=rng).fit_resample(X, y)
    with pytest.raises(ValueError, match="클래스가 둘이고"):
        RandomUnderSampler(sampling_strategy=0.9, rng=rng).fit_resample(
            X, [0, 0, 0, 1, 1, 2]
        )


RNG, LINE = np.random.default_rng(0), [[0.0], [1.0], [2.0], [3.0]]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: RandomOverSampler(rng=0), r"^rng: "),
        (lambda: RandomUnderSampler(rng=0), r"^rng: "),
        (lambda: SMOTE(rng=0), r"^rng: "),
        (
            lambda: RandomOverSampler(rng=RNG).fit_resample(LINE, [0, 1]),
            r"^y: 모양이 \(4,\)인",
        ),
        (
            lambda: RandomUnderSampler(rng=RNG).fit_resample(LINE, [0, 1]),
            r"^y: 모양이 \(4,\)인",
        ),
        (lambda: SMOTE(rng=RNG).fit_resample(LINE, [0, 1]), r"^y: 모양이 \(4,\)인"),
        (lambda: RandomOverSampler(rng=RNG).fit_resample([], []), r"^y: 비었다"),
        (lambda: RandomUnderSampler(rng=RNG).fit_resample([], []), r"^y: 비었다"),
        (
            lambda: SMOTE(rng=RNG).fit_resample([1.0, 2.0], [0, 1]),
            r"^X: 모양이 \(N, D\)인",
        ),
        (lambda: SMOTE(rng=RNG, k_neighbors=0), r"^k_neighbors: 1 이상의"),
        (
            lambda: RandomOverSampler(rng=RNG, sampling_strategy=0).fit_resample(
                LINE, [0, 0, 0, 1]
            ),
            r"^sampling_strategy: 0 초과 1 이하",
        ),
        (
            lambda: RandomUnderSampler(rng=RNG, sampling_strategy=1.5).fit_resample(
                LINE, [0, 0, 0, 1]
            ),
            r"^sampling_strategy: 0 초과 1 이하",
        ),
        (
            lambda: RandomOverSampler(rng=RNG, sampling_strategy=0.2).fit_resample(
                LINE, [0, 0, 0, 1]
            ),
            r"^sampling_strategy: 클래스가 둘이고 비가 1/3과 1 사이여야 .*값: 0\.2",
        ),
    ],
)
def test_the_argument_is_named(call, words):
    with pytest.raises(ValueError, match=words):
        call()

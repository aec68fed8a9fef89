"""짝짓기: 페이지의 손계산, SciPy와 같은 짝, 모든 짝을 다 해 본 것, 오류."""

from itertools import permutations

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment as scipy_assignment

from lessons.cnn.tracking.assignment import greedy_assignment, linear_sum_assignment

HAND = np.array([[1, 2, 9], [2, 9, 9], [9, 3, 4]], dtype=float)


def draw(rng):
    """이따금 같은 값이 많은 비용, 길쭉한 비용, inf가 섞인 비용."""
    shape = rng.integers(0, 9, 2)
    C = rng.normal(size=shape) if rng.random() < 0.5 else rng.integers(0, 4, shape)
    C = C.astype(float)
    if rng.random() < 0.3:
        C[rng.random(shape) < rng.choice([0.1, 0.8])] = np.inf
    return C


def test_the_page_by_hand():
    i, j = greedy_assignment(HAND)
    assert (i.tolist(), j.tolist()) == ([0, 1, 2], [0, 2, 1])
    assert HAND[i, j].sum() == 13
    i, j = linear_sum_assignment(HAND)
    assert (i.tolist(), j.tolist()) == ([0, 1, 2], [1, 0, 2])
    assert HAND[i, j].sum() == 8


def test_the_same_pairs_as_scipy_even_with_ties():
    rng, infeasible = np.random.default_rng(1), 0
    for _ in range(1500):
        C, maximize = draw(rng), bool(rng.random() < 0.3)
        C = np.where(np.isinf(C), -C, C) if maximize else C
        try:
            expected = scipy_assignment(C, maximize=maximize)
        except ValueError:
            infeasible += 1
            with pytest.raises(ValueError, match="피해서는 모두 짝지을 수 없다"):
                linear_sum_assignment(C, maximize=maximize)
            continue
        got = linear_sum_assignment(C, maximize=maximize)
        assert [p.tolist() for p in got] == [p.tolist() for p in expected]
    assert infeasible > 20


@pytest.mark.parametrize("shape", [(60, 60), (37, 90), (90, 37)])
def test_larger_ones(shape):
    C = np.random.default_rng(2).random(shape)
    for ours, theirs in zip(linear_sum_assignment(C), scipy_assignment(C), strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_no_other_assignment_is_cheaper():
    rng = np.random.default_rng(3)
    for _ in range(50):
        C = rng.integers(0, 10, (4, 5)).astype(float)
        i, j = linear_sum_assignment(C)
        every = [C[range(4), p].sum() for p in permutations(range(5), 4)]
        assert C[i, j].sum() == min(every)


def test_greedy_takes_the_cheapest_left_and_never_wins():
    rng = np.random.default_rng(4)
    for _ in range(100):
        C = rng.random((5, 6))
        i, j = greedy_assignment(C)
        assert len(set(i)) == len(set(j)) == 5
        assert C.min() in C[i, j]
        assert C[i, j].sum() >= C[linear_sum_assignment(C)].sum() - 1e-12


def test_greedy_leaves_what_cannot_be_paired():
    i, j = greedy_assignment([[np.inf, 1], [np.inf, 2]])
    assert (i.tolist(), j.tolist()) == ([0], [1])
    assert greedy_assignment(np.zeros((0, 3)))[0].tolist() == []


@pytest.mark.parametrize("bad", [np.nan, -np.inf])
def test_costs_that_are_no_costs(bad):
    for assign in (linear_sum_assignment, greedy_assignment):
        with pytest.raises(ValueError, match=r"맺을 수 없는 짝은 np\.inf로"):
            assign([[1, bad], [2, 3]])
    with pytest.raises(ValueError, match="비용이 아니다"):
        linear_sum_assignment([[1, np.inf]], maximize=True)


def test_indices_are_integers_even_when_there_are_none():
    for assign in (greedy_assignment, linear_sum_assignment):
        for shape in ((0, 3), (3, 0), (2, 2)):
            rows, columns = assign(np.zeros(shape))
            assert rows.dtype == columns.dtype == np.int64
            assert len(rows) == len(columns) == min(shape)


def test_what_is_refused():
    for assign in (greedy_assignment, linear_sum_assignment):
        with pytest.raises(ValueError, match=r"^cost_matrix: 모양이 \(M, N\)"):
            assign([1, 2])
        with pytest.raises(ValueError, match=r"^cost_matrix: 모양이 \(M, N\)"):
            assign(np.zeros((1, 2, 3)))
    with pytest.raises(ValueError, match=r"^maximize: True나 False"):
        linear_sum_assignment([[1]], maximize=1)

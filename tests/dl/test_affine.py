"""아핀 변환, 원-핫, 매개변수 세기: 본문의 숫자, torch의 값, 오류의 글."""

from itertools import pairwise

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose, assert_array_equal
from torch.nn import functional as F

from lessons.dl.affine import affine, count_parameters, one_hot
from lessons.dl.affine_torch import linear, numel, stack
from lessons.dl.layers import Linear

X = np.array([[2.0, 1, 0], [1, 0, 4], [0, 2, 1], [3, 0, 0]])
W = np.array([[5.0, 4], [3, 6], [1, 2]])
b = np.array([2.0, 0])
Z = np.array([[15.0, 14], [11, 12], [9, 14], [17, 12]])


def test_affine_is_the_example_of_the_page():
    assert_array_equal(affine(X, W, b), Z)
    assert_array_equal(affine(X, W), Z - b)
    assert_array_equal(affine(X.tolist(), W.tolist(), b.tolist()), Z)
    assert affine([[1]], [[2]], [3]).dtype == np.float64


@pytest.mark.parametrize("mixed", range(3))
def test_affine_is_float64_even_from_a_table_of_mixed_columns(mixed):
    arrays = [X, W, b]
    arrays[mixed] = arrays[mixed].astype(object)
    assert affine(*arrays).dtype == np.float64
    assert_array_equal(affine(*arrays), Z)


@pytest.mark.parametrize(("N", "D", "K"), [(1, 1, 1), (7, 3, 5), (5, 5, 5), (0, 3, 2)])
@pytest.mark.parametrize("bias", [True, False])
def test_affine_is_torch_linear(N, D, K, bias):
    rng = np.random.default_rng(N)
    x, w = rng.normal(size=(N, D)), rng.normal(size=(D, K))
    c = rng.normal(size=K) if bias else None
    ours = affine(x, w, c)
    assert ours.shape == (N, K)
    assert_allclose(ours, linear(x, w, c), rtol=1e-12, atol=1e-13)
    module = torch.nn.Linear(D, K, bias=bias, dtype=torch.float64)
    assert module.weight.shape == w.T.shape
    with torch.no_grad():
        module.weight.copy_(torch.from_numpy(w.T))
        if bias:
            module.bias.copy_(torch.from_numpy(c))
    assert_allclose(ours, module(torch.from_numpy(x)).detach(), rtol=1e-12, atol=1e-13)


def test_affine_treats_every_row_alone():
    rng = np.random.default_rng(0)
    x, w, c = rng.normal(size=(9, 4)), rng.normal(size=(4, 3)), rng.normal(size=3)
    whole = affine(x, w, c)
    assert_allclose(np.vstack([affine(r[None], w, c) for r in x]), whole, rtol=1e-12)
    order = rng.permutation(9)
    assert_allclose(affine(x[order], w, c), whole[order], rtol=1e-12)


def test_affine_is_also_a_sum_of_rows_and_a_wider_product():
    rng = np.random.default_rng(1)
    x, w, c = rng.normal(size=(6, 4)), rng.normal(size=(4, 3)), rng.normal(size=3)
    rows = sum(np.outer(x[:, d], w[d]) for d in range(4)) + c
    assert_allclose(affine(x, w, c), rows, rtol=1e-12, atol=1e-14)
    wide = affine(np.column_stack([x, np.ones(6)]), np.vstack([w, c]))
    assert_allclose(affine(x, w, c), wide, rtol=1e-12, atol=1e-14)
    for k in range(3):
        assert_allclose(affine(x, w, c)[:, k], x @ w[:, k] + c[k], rtol=1e-12)


def test_arguments_are_not_changed():
    kept = [a.copy() for a in (X, W, b)]
    affine(X, W, b)[:] = 0
    for before, after in zip(kept, (X, W, b), strict=True):
        assert_array_equal(before, after)


def test_changed_sizes_are_those_of_the_page():
    base = affine(X, W, b)
    more_samples = affine(np.vstack([X, [1, 1, 1]]), W, b)
    assert_array_equal(more_samples, [*base.tolist(), [11, 12]])
    new = np.array([[0.0], [1], [0], [2]])
    more_features = affine(np.hstack([X, new]), np.vstack([W, [2, 3]]), b)
    assert_array_equal(more_features, base + new * [2, 3])
    more_units = affine(X, np.column_stack([W, [2, 2, 2]]), np.append(b, 5))
    assert_array_equal(more_units[:, :2], base)
    assert_array_equal(more_units[:, 2], [11, 15, 11, 11])


@pytest.mark.parametrize(
    ("x", "w", "c", "message"),
    [
        (X[0], W, b, r"X: 모양이 \(N, D\)인.*\(3,\)\. .*X\.reshape\(1, -1\)"),
        (X[None], W, b, r"^X: 모양이 \(N, D\)인.*\(1, 4, 3\)\.$"),
        (X, W[:, 0], b, r"W: 모양이 \(3, K\)인.*\(3,\)\."),
        (X, W.T, b, r"W: 모양이 \(3, K\)인.*\(2, 3\)\. .*뒤집혔으면 W\.T를 넣는다"),
        (X[:, :2], W, b[:1], r"W: 모양이 \(2, K\)인.*\(3, 2\)\. .*W\.T"),
        (X, W[:2], b, r"W: 모양이 \(3, K\)인.*\(2, 2\)\.$"),
        (X, W, b[:, None], r"b: 모양이 \(2,\)인.*\(2, 1\)\. b\.reshape\(-1\)로 편다"),
        (X, W, b[None], r"\(1, 2\)\. b\.reshape\(-1\)로 편다"),
        (X, W, np.ones(4), r"b: 모양이 \(2,\)인.*\(4,\)\.$"),
        (X, W, 1.0, r"b: 모양이 \(2,\)인.*\(\)\.$"),
        (X, W[:, :1], 1.0, r"b: 모양이 \(1,\)인.*\(\)\.$"),
        (X, "W", b, "W: 실수를 넣는다"),
        ([[1, 2, 3], [4]], W, b, "X: .*줄마다 길이"),
    ],
)
def test_affine_names_the_shapes_and_the_remedy(x, w, c, message):
    with pytest.raises(ValueError, match=message):
        affine(x, w, c)


def test_the_remedies_work():
    assert_array_equal(affine(X[0].reshape(1, 3), W, b), Z[:1])
    assert_array_equal(affine(X, W.T.T, b), Z)
    assert_array_equal(affine(X, W, b[:, None].reshape(-1)), Z)


@pytest.mark.parametrize("shape", [(), (1,), (13,), (2, 3), (2, 1, 4)])
@pytest.mark.parametrize("num_classes", [-1, 5, 9])
def test_one_hot_is_that_of_torch(shape, num_classes):
    y = np.random.default_rng(len(shape)).integers(0, 5, shape)
    ours, theirs = one_hot(y, num_classes), F.one_hot(torch.tensor(y), num_classes)
    assert ours.shape == tuple(theirs.shape)
    assert ours.dtype == theirs.numpy().dtype == np.int64
    assert_array_equal(ours, theirs)
    assert_array_equal(ours.sum(axis=-1), np.ones(shape))
    assert_array_equal(ours.argmax(axis=-1), y)


def test_one_hot_of_the_page_and_of_nothing():
    want = [[0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]]
    assert one_hot([2, 0, 1, 2]).tolist() == want
    assert one_hot([0, 0]).tolist() == [[1], [1]]
    assert one_hot(np.array([1], dtype=np.uint8)).tolist() == [[0, 1]]
    assert one_hot([], 1).shape == (0, 1)
    assert one_hot([], 3).shape == one_hot(np.array([], dtype=int), 3).shape == (0, 3)


def test_one_hot_picks_rows():
    rng = np.random.default_rng(2)
    table, y = rng.normal(size=(5, 3)), rng.integers(0, 5, 20)
    assert_array_equal(affine(one_hot(y, 5), table), table[y])
    assert_array_equal(one_hot(y, 5).sum(axis=0), np.bincount(y, minlength=5))


@pytest.mark.parametrize(
    ("y", "num_classes", "message"),
    [
        ([0.0, 1.0], -1, r"y: 정수를 넣는다. .*float64.*y\.astype\(int\)"),
        ([True, False], -1, "y: 정수를 넣는다. 받은 자료형: 참거짓"),
        ([], -1, "num_classes: 1 이상의 정수"),
        ([0, 3], 3, "y: 0부터 2까지의 정수.*0부터 3까지"),
        ([1, 2, 3], 3, "y: 0부터 2까지의 정수.*1부터 3까지"),
        ([-1, 0], -1, "y: 0 이상의 정수.*-1부터 0까지"),
        ([0], 0, "y: "),
        ([0], -2, "num_classes: -1 이상의 정수"),
        ([0], 2.5, "num_classes: -1 이상의 정수"),
        (["0"], 2, "y: 정수를 넣는다. 받은 자료형: 글자"),
    ],
)
def test_one_hot_says_what_came(y, num_classes, message):
    with pytest.raises(ValueError, match=message):
        one_hot(y, num_classes)


COUNTS = {
    (3, 2): 8,
    (2, 16, 16, 1): 337,
    (2, 84, 1): 337,
    (784, 10): 7_850,
    (784, 128, 10): 101_770,
    (784, 300, 100, 10): 266_610,
    (25088, 4096, 4096, 1000): 123_642_856,
}


@pytest.mark.parametrize("sizes", COUNTS)
@pytest.mark.parametrize("bias", [True, False])
def test_counts_are_exactly_those_of_torch(sizes, bias):
    assert count_parameters(sizes) == COUNTS[sizes]
    assert count_parameters(sizes, bias) == numel(stack(sizes, bias))
    without = COUNTS[sizes] - sum(sizes[1:])
    assert count_parameters(list(sizes), bias=False) == without
    assert numel(stack(sizes)) == COUNTS[sizes]
    assert all(p.is_meta for p in stack(sizes, bias).parameters())


def test_counts_are_exactly_those_of_random_nets():
    rng = np.random.default_rng(3)
    for _ in range(20):
        sizes = rng.integers(1, 60, rng.integers(2, 6))
        layers = [Linear(*p, rng=rng) for p in pairwise(sizes)]
        ours = count_parameters(sizes)
        assert type(ours) is int
        assert ours == numel(stack(sizes.tolist()))
        assert ours == sum(layer.W.size + layer.b.size for layer in layers)
    assert count_parameters([1, 1], bias=False) == 1


def test_counts_do_not_overflow():
    assert count_parameters(np.array([60_000, 60_000], dtype=np.int32)) == 3_600_060_000


def test_prose_one_more_of_each():
    base = count_parameters([784, 128, 10])
    assert count_parameters([1024, 128, 10]) - base == 240 * 128 == 30_720
    assert count_parameters([784, 129, 10]) - base == 784 + 1 + 10 == 795
    assert count_parameters([784, 128, 11]) - base == 128 + 1 == 129


@pytest.mark.parametrize(
    ("sizes", "message"),
    [
        ([], r"sizes: 정수를 2개 이상 넣는다. 받은 값: \[\]"),
        ([784], r"sizes: 정수를 2개 이상 넣는다. 받은 값: \[784\]"),
        ([3, 0], r"sizes\[1\]: 1 이상의 정수 하나를 넣는다. 받은 값: 0"),
        ([-1, 2], r"sizes\[0\]: 1 이상의 정수"),
        ([3, 2.5], r"sizes\[1\]: 1 이상의 정수"),
        ([3, "2"], r"sizes\[1\]: 1 이상의 정수"),
        (3, "sizes: 정수의 목록"),
    ],
)
def test_counting_names_what_came(sizes, message):
    with pytest.raises(ValueError, match=message):
        count_parameters(sizes)

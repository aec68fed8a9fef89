"""주성분 분석: 페이지의 손계산, SVD·scikit-learn과의 일치, 피타고라스."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn import decomposition

from lessons.datasets import load_digits, load_iris
from lessons.dl.pca import PCA, covariance

HAND = np.array([[5.0, 4.0], [1.0, 0.0], [4.0, 1.0], [2.0, 3.0]])


def points(seed):
    rng = np.random.default_rng(seed)
    N, D = rng.integers(3, 60), rng.integers(2, 12)
    return rng.normal(size=(N, D)) @ rng.normal(size=(D, D)) + 10 * rng.normal(size=D)


def test_four_points_by_hand():
    assert_allclose(covariance(HAND), np.array([[10, 6], [6, 10]]) / 3)
    model = PCA().fit(HAND)
    assert model.mean_.tolist() == [3, 2]
    assert_allclose(model.explained_variance_, [16 / 3, 4 / 3])
    assert_allclose(model.explained_variance_ratio_, [0.8, 0.2])
    assert_allclose(abs(model.components_), np.sqrt(0.5))
    assert_allclose(model.components_[0], np.sqrt([0.5, 0.5]))
    Z = PCA(1).fit(HAND).transform(HAND)
    assert_allclose(Z.ravel(), [2 * np.sqrt(2), -2 * np.sqrt(2), 0, 0], atol=1e-12)
    back = PCA(1).fit(HAND).inverse_transform(Z)
    assert_allclose(back, [[5, 4], [1, 0], [3, 2], [3, 2]], atol=1e-12)


@pytest.mark.parametrize("seed", range(10))
def test_same_as_svd(seed):
    X = points(seed)
    model = PCA().fit(X)
    _, s, Vt = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
    assert_allclose(
        model.explained_variance_,
        s**2 / (len(X) - 1),
        rtol=1e-10,
        atol=1e-10 * s[0] ** 2,
    )
    kept = s > 1e-6 * s[0]
    aligned = abs((model.components_ * Vt).sum(axis=1))[kept]
    assert_allclose(aligned, 1, rtol=1e-8)


@pytest.mark.parametrize("seed", range(10))
def test_same_as_scikit_learn(seed):
    X = points(seed)
    K = max(1, min(X.shape[0] - 1, X.shape[1]) - 1)
    ours, theirs = PCA(K).fit(X), decomposition.PCA(K, svd_solver="full").fit(X)
    for name in (
        "mean_",
        "components_",
        "explained_variance_",
        "explained_variance_ratio_",
    ):
        assert_allclose(getattr(ours, name), getattr(theirs, name), atol=1e-7)
    Z = ours.transform(X)
    assert Z.shape == (len(X), K)
    assert_allclose(Z, theirs.transform(X), atol=1e-6)
    assert_allclose(ours.inverse_transform(Z), theirs.inverse_transform(Z), atol=1e-6)


def test_default_keeps_everything():
    assert PCA().n_components is None
    tall, wide = points(1), np.random.default_rng(1).normal(size=(4, 9))
    model = PCA().fit(tall)
    assert_allclose(model.inverse_transform(model.transform(tall)), tall)
    assert_allclose(model.explained_variance_ratio_.sum(), 1)
    model = PCA().fit(wide)
    assert model.components_.shape == (4, 9)
    assert_allclose(model.inverse_transform(model.transform(wide)), wide)
    assert (model.explained_variance_ >= 0).all()


@pytest.mark.parametrize("seed", range(5))
def test_axes_are_perpendicular_and_uncorrelated(seed):
    X = points(seed + 20)
    model = PCA().fit(X)
    V = model.components_
    assert_allclose(V @ V.T, np.eye(len(V)), atol=1e-12)
    C = np.cov(model.transform(X), rowvar=False)
    assert_allclose(C, np.diag(model.explained_variance_), atol=1e-8)
    assert (np.diff(model.explained_variance_) <= 0).all()
    assert (V[np.arange(len(V)), abs(V).argmax(axis=1)] > 0).all()


def test_no_direction_is_wider_than_the_first():
    rng = np.random.default_rng(5)
    X = points(3)
    S, model = covariance(X), PCA().fit(X)
    assert_allclose(S, np.cov(X, rowvar=False))
    U = rng.normal(size=(500, X.shape[1]))
    U /= np.linalg.norm(U, axis=1, keepdims=True)
    spread = (U @ S * U).sum(axis=1)
    assert_allclose(spread, (X @ U.T).var(axis=0, ddof=1))
    assert (spread <= model.explained_variance_[0] * (1 + 1e-12)).all()
    a = U @ model.components_.T
    assert_allclose(spread, (a**2) @ model.explained_variance_, rtol=1e-9)


def test_what_is_lost_is_the_variance_left_out():
    X, _ = load_iris()
    everything = PCA().fit(X)
    for K in (1, 2, 3, 4):
        model = PCA(K).fit(X)
        back = model.inverse_transform(model.transform(X))
        lost = ((X - back) ** 2).sum() / (len(X) - 1)
        left_out = everything.explained_variance_[K:].sum()
        assert_allclose(lost, left_out, rtol=1e-9, atol=1e-12)


def test_numbers_of_the_page():
    ratio = PCA().fit(load_iris()[0]).explained_variance_ratio_
    assert_allclose(ratio[:2], [0.9246, 0.0531], atol=5e-5)
    share = PCA().fit(load_digits()[0]).explained_variance_ratio_.cumsum()
    assert_allclose(share[1], 0.2851, atol=5e-5)
    assert (np.argmax(share >= 0.9) + 1, np.argmax(share >= 0.95) + 1) == (21, 29)


def test_arguments_are_not_changed():
    X = HAND.copy()
    PCA(1).fit(X).transform(X)
    assert (X == HAND).all()


@pytest.mark.parametrize("K", [0, 3, -1, 1.5])
def test_bad_number_of_axes(K):
    with pytest.raises(ValueError, match=f"n_components: 1부터 2까지의 정수.*값: {K}"):
        PCA(K).fit(HAND)


def test_two_points_are_enough():
    assert covariance([[0.0], [2.0]]).tolist() == [[2.0]]
    model = PCA(1).fit([[0.0, 0.0], [3.0, 4.0]])
    assert_allclose(model.components_, [[0.6, 0.8]])
    assert_allclose(model.explained_variance_, [12.5])


def test_errors():
    with pytest.raises(ValueError, match=r"점이 둘 이상이어야 한다\. 하나가 왔다"):
        covariance([[1.0, 2.0]])
    with pytest.raises(ValueError, match="모든 점이 같아 퍼진 방향이 없다"):
        PCA().fit(np.ones((3, 2)))
    for use in (covariance, PCA().fit):
        with pytest.raises(ValueError, match=r"^X: 모양이 \(.*, .*\)인 배열.*"):
            use([1.0, 2.0])
    with pytest.raises(ValueError, match="아직 배운 것이 없다"):
        PCA().transform(HAND)
    with pytest.raises(ValueError, match="아직 배운 것이 없다"):
        PCA().inverse_transform(HAND)
    model = PCA(1).fit(HAND)
    for use in (model.transform, model.inverse_transform):
        with pytest.raises(ValueError, match=r"^[XZ]: 모양이 \(N, .\)"):
            use([1.0, 2.0])
    with pytest.raises(ValueError, match=r"X: 모양이 \(N, 2\).*\(2, 3\)"):
        model.transform(np.ones((2, 3)))
    with pytest.raises(ValueError, match=r"Z: 모양이 \(N, 1\).*\(4, 2\)"):
        model.inverse_transform(HAND)


def test_variance_along_an_angle():
    theta = np.linspace(0, np.pi, 181)
    u = np.stack([np.cos(theta), np.sin(theta)])
    measured = np.einsum("it,ij,jt->t", u, covariance(HAND), u)
    assert_allclose(measured, (HAND @ u).var(axis=0, ddof=1))
    assert_allclose(measured, 10 / 3 + 2 * np.sin(2 * theta))
    assert (measured.argmax(), measured.argmin()) == (45, 135)

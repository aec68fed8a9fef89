"""시도: 처방마다 그 처방을 손으로 건 것과 같은 신경망이 나온다."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from lessons.artifacts import load
from lessons.cnn.overfitting.bias_variance import mean_interval
from lessons.cnn.overfitting.regularizers import ProximalAdamW
from lessons.cnn.overfitting.small_fashion import fashion_split, learn, small_net
from lessons.cnn.overfitting.trial import trial

SPLIT = fashion_split(120, 0.3, rng=np.random.default_rng(3))
DATA, VALID = SPLIT[:2], SPLIT[2:]


def rng():
    return np.random.default_rng(8)


def same(model, other):
    for a, b in zip(model.parameters(), other.parameters(), strict=True):
        assert_array_equal(a.data, b.data)


def by_hand(net, penalty, **options):
    random = rng()
    model = small_net(**net, rng=random)
    optimizer = ProximalAdamW(model.parameters(), 4e-3, **penalty)
    learn(model, *DATA, optimizer, **options, rng=random)
    return model


@pytest.mark.parametrize(
    ("net", "penalty"),
    [
        ({}, {}),
        ({"dropout": 0.4}, {}),
        ({"batch_norm": True}, {}),
        ({}, {"l1": 0.5}),
        ({}, {"weight_decay": 2.0}),
    ],
)
def test_each_remedy_is_the_one_by_hand(net, penalty):
    model = trial(*DATA, **net, **penalty, epochs=3, rng=rng())
    same(model, by_hand(net, penalty, epochs=3))
    plain = trial(*DATA, epochs=3, rng=rng())
    if net | penalty:
        weights = zip(model.parameters(), plain.parameters(), strict=False)
        assert any((a.data != b.data).any() for a, b in weights)


def test_defaults_are_no_remedy_and_sixty_rounds():
    same(trial(*DATA, rng=rng()), by_hand({}, {}, epochs=60))


def test_early_stopping_uses_the_validation_data():
    stopped = trial(*DATA, valid=VALID, epochs=40, rng=rng())
    same(stopped, by_hand({}, {}, epochs=40, valid=VALID))
    longer = trial(*DATA, epochs=40, rng=rng())
    assert (stopped[1].weight.data != longer[1].weight.data).any()


def gains(wrong):
    """처방마다 (차이의 평균, 구간의 절반): 배치 정규화부터 앙상블까지."""
    test = load("cnn/overfit_ablation")[f"wrong_{wrong}"][:, :, 1].astype(float)
    return np.array([mean_interval(row - test[0]) for row in test[1:]])


def test_what_the_page_says_of_wrong_answers():
    mean, half = gains(0.3).T
    low, high = mean - half, mean + half
    assert low[1:5].min() > 0.05  # 감쇠, 드롭아웃, L1, 조기 종료
    assert low[1:5].max() < high[1:5].min()  # 서로 겹친다
    assert high[0] < 0 < low[6]  # 배치 정규화와 앙상블
    assert low[5] < 0 < high[5]  # 사진 두 배


def test_what_the_page_says_of_true_answers():
    scores = load("cnn/overfit_choices")["wrong_0"].mean(axis=0)
    assert (scores - scores[:, :1]).max() < 0.01
    mean, half = gains(0).T
    helped = mean - half > 0
    assert helped.tolist() == [False] * 5 + [True, False]  # 사진 두 배뿐이다
    assert np.abs(mean[~helped]).max() < 0.01
    assert (mean + half > 0).all()


def test_what_the_page_says_of_the_convolutional_net():
    found = load("cnn/overfit_in_cnn")["found"]  # (틀린 몫, p, 씨앗, 잰 곳)
    valid, test = found[..., 1].mean(axis=2), found[..., 2]
    assert valid.argmax(axis=1).tolist() == [2, 1]
    assert (test[0, 2] - test[0, 0]).min() > 0.09
    assert test[1, 1].mean() <= test[1, 0].mean()

"""검출기의 대역: 손으로 셈한 점수와 상자, 정답에서 빼는 것, 놓치는 비율, 오류."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lessons.cnn.tracking.detector import detect, truth_of
from lessons.scenes import make_video
from tests.cnn.tracking.stand_ins import Scripted, Still

BOX = [10, 20, 22, 30]


def one(visible=1.0, box=BOX, *, rng, **options):
    return detect(Still([box], [visible]), rng=rng, **options)[0]


@pytest.mark.parametrize("visible, expected", [(1, 0.95), (0.5, 0.475), (0.2, 0.19)])
def test_the_score_falls_as_it_is_hidden(visible, expected):
    _, scores = one(visible, rng=Scripted())
    assert_allclose(scores, [expected])


def test_the_score_shakes_by_eight_hundredths_and_stays_a_probability():
    assert_allclose(one(0.5, rng=Scripted(z=2))[1], [0.475 + 0.16])
    assert one(1, rng=Scripted(z=1))[1].tolist() == [1]


def test_what_scores_under_a_tenth_is_not_seen():
    assert len(one(0, rng=Scripted(z=1.25))[1]) == 1  # 0.08 × 1.25 = 0.1
    assert len(one(0, rng=Scripted(z=1.24))[1]) == 0
    assert len(one(0, rng=Scripted(z=-9))[1]) == 0


def test_one_in_twenty_is_missed_unless_told_otherwise():
    for options, u, seen in (
        ({}, 0.05, 1), ({}, 0.0499, 0), ({"miss": 0}, 0, 1),
        ({"miss": 0.3}, 0.3, 1), ({"miss": 0.3}, 0.29, 0), ({"miss": 1}, 0.999, 0),
    ):  # fmt: skip
        assert len(one(rng=Scripted(u=u), **options)[0]) == seen


def test_edges_shake_by_jitter_and_twice_that_when_all_is_hidden():
    z = [1, -1, 2, 0.5]
    assert one(rng=Scripted(z))[0].tolist() == [[11, 19, 24, 30.5]]
    assert one(rng=Scripted(z), jitter=2)[0].tolist() == [[12, 18, 26, 31]]
    assert one(0.5, rng=Scripted(z))[0].tolist() == [[11.5, 18.5, 25, 30.75]]
    assert one(rng=Scripted(z), jitter=0)[0].tolist() == [BOX]


def test_an_edge_never_passes_the_other():
    boxes, _ = one(rng=Scripted([1, 2, -20, -20]))
    assert boxes.tolist() == [[11, 22, 12, 23]]


def test_ghosts_are_as_big_as_things_and_half_sure():
    rng = Scripted(u=[0.25, 0.75], n=1)
    boxes, scores = one(rng=rng)
    assert rng.means == [0.3]
    assert_allclose(boxes, [BOX, [12 - 2.5, 36 - 3.5, 12 + 2.5, 36 + 3.5]])
    assert_allclose(scores, [0.95, 0.1 + 0.5 / 4])
    one(rng=rng, false_alarms=2)
    assert rng.means == [0.3, 2]
    boxes, scores = one(rng=Scripted(u=[0, 1], n=3), miss=1)
    assert boxes[:, 2:].tolist() == [[2, 52]] * 3
    assert_allclose(scores, [0.1, 0.6, 0.1])


def test_the_truth_leaves_out_what_hardly_shows():
    boxes = [[i, i, i + 9, i + 9] for i in range(4)]
    video = Still(boxes, [0.25, 0.2499, 1e-9, 0])
    for least, expected in (({}, [5]), ({"least": 0}, [5, 6, 7]), ({"least": 1}, [])):
        [(ids, kept)] = truth_of(video, **least)
        assert ids.tolist() == expected
        assert kept.tolist() == boxes[: len(expected)]
    assert truth_of(Still(boxes, [1, 1, 0.999, 0]), 1)[0][0].tolist() == [5, 6]


def test_it_misses_and_dreams_as_often_as_it_says():
    video = make_video(40, 10, 160, pillars=2, rng=np.random.default_rng(1))
    rng = np.random.default_rng(2)
    perfect = detect(video, miss=0, jitter=0, false_alarms=0, rng=rng)
    for scene, (boxes, scores) in zip(video, perfect, strict=True):
        assert len(boxes) <= len(scene.boxes)
        assert all((scene.boxes == box).all(axis=1).any() for box in boxes)
        assert (scores >= 0.1).all()
    count = sum(len(boxes) for boxes, _ in perfect)
    for options, low, high in (
        ({"miss": 0.5}, 0.4, 0.6),
        ({"miss": 0, "false_alarms": 2.5}, 1.2, 1.4),
    ):
        options = {"jitter": 1, "false_alarms": 0, **options}
        found = detect(video, rng=np.random.default_rng(3), **options)
        assert low < sum(len(boxes) for boxes, _ in found) / count < high


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"miss": -0.1}, "^miss: 0 이상 1 이하"),
        ({"miss": 1.1}, "^miss: 0 이상 1 이하"),
        ({"jitter": -0.1}, "^jitter: 0 이상"),
        ({"false_alarms": -0.1}, "^false_alarms: 0 이상"),
        ({"rng": 0}, "^rng: np.random"),
    ],
)
def test_what_is_refused(wrong, words):
    with pytest.raises(ValueError, match=words):
        detect(Still([BOX], [1]), **{"rng": Scripted(), **wrong})


def test_only_videos_and_shares_are_taken():
    for least in (-0.1, 1.1):
        with pytest.raises(ValueError, match=r"^least: 0 이상 1 이하"):
            truth_of(Still([BOX], [1]), least)
    for call in (truth_of, lambda video: detect(video, rng=Scripted())):
        with pytest.raises(ValueError, match=r"^video: 동영상 하나를"):
            call([BOX])

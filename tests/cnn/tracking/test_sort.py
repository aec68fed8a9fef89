"""추적기: 예측, 짝짓기, 태어나고 사라지는 때, 가림, 한계의 끝, 오류."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lessons.cnn.tracking import motion
from lessons.cnn.tracking.assignment import greedy_assignment
from lessons.cnn.tracking.detector import detect, truth_of
from lessons.cnn.tracking.metrics import evaluate
from lessons.cnn.tracking.sort import Sort, detected, follow_video, in_rounds
from lessons.scenes import make_video

NOTHING = (np.zeros((0, 4)), np.zeros(0))


def square(x, y, side=10):
    return [x - side / 2, y - side / 2, x + side / 2, y + side / 2]


def moving(T, step=4, start=20, y=50):
    """곧게 가는 상자 하나의 검출"""
    return [([square(start + step * t, y)], [0.9]) for t in range(T)]


def test_one_object_keeps_one_number():
    for tracker in (Sort(), Sort(moving=False)):
        shown = follow_video(tracker, moving(12))
        assert [ids.tolist() for ids, _ in shown] == [[1]] * 12


def test_prediction_bridges_what_the_last_box_cannot():
    """여섯 프레임 가려진 동안 24픽셀을 간다. 마지막 상자와는 겹치지 않는다."""
    frames = moving(20)
    frames[8:14] = [NOTHING] * 6
    for moves, expected in ((True, 1), (False, 2)):
        shown = follow_video(Sort(10, moving=moves), frames)
        assert max(ids.max() for ids, _ in shown if len(ids)) == expected
        assert all(len(ids) == 0 for ids, _ in shown[8:14])


def test_a_track_is_dropped_after_max_age():
    for max_age, expected in ((5, 2), (6, 1)):
        frames = [([square(50, 50)], [0.9])] * 8 + [NOTHING] * 6
        frames += [([square(50, 50)], [0.9])] * 8
        shown = follow_video(Sort(max_age, moving=False), frames)
        assert shown[-1][0].tolist() == [expected]


def test_a_new_box_waits_for_min_hits():
    frames = [([square(20, 20)], [0.9])] * 5
    frames += [([square(20, 20), square(80, 80)], [0.9, 0.9])] * 4
    shown = follow_video(Sort(min_hits=3), frames)
    assert [len(ids) for ids, _ in shown] == [1] * 5 + [1, 1, 2, 2]
    flicker = [*frames[:6], frames[0], frames[5], frames[5]]  # 한 번 놓치면 버린다
    assert [len(ids) for ids, _ in follow_video(Sort(min_hits=3), flicker)] == [1] * 9


def test_rounds_leave_the_rest_to_the_next():
    first, second = (
        np.array([[0.1, 0.9], [0.8, 0.9]]),
        np.array([[0.0, 0.0], [0.0, 0.4]]),
    )
    pairs = in_rounds([(first, 0.5), (second, 0.5)], greedy_assignment)
    assert sorted(pairs) == [(0, 0), (1, 1)]
    assert in_rounds([(np.full((2, 2), np.inf), 0.5)], greedy_assignment) == []


def test_perfect_detections_are_followed_almost_perfectly():
    video = make_video(40, 4, 160, speed=2, rng=np.random.default_rng(5))
    found = detect(
        video, miss=0, jitter=0.2, false_alarms=0, rng=np.random.default_rng(6)
    )
    score = evaluate(truth_of(video), follow_video(Sort(10), found))
    assert score["MOTA"] > 0.9 and score["IDF1"] > 0.9


def test_what_is_not_told_is_that_of_the_published_code():
    tracker = Sort()
    assert (tracker.max_age, tracker.min_hits) == (1, 3)
    assert (tracker.limit, tracker.score, tracker.moving) == (0.7, 0.5, True)
    tracker = Sort(0, 1, 1, score=0)
    assert (tracker.max_age, tracker.limit, tracker.score) == (0, 0, 0)
    assert (Sort(iou_threshold=0).limit, Sort(score=1).score) == (1, 1)


def test_limits_are_inclusive():
    """비용이 한계와 같아도 짝짓고, 점수가 문턱값과 같아도 쓴다."""
    assert in_rounds([(np.full((1, 1), 0.5), 0.5)], greedy_assignment) == [(0, 0)]
    assert in_rounds([(np.full((1, 1), 0.51), 0.5)], greedy_assignment) == []
    box = [square(50, 50)]
    for score, expected in ((0.5, [1]), (0.49, [])):
        tracker = Sort(min_hits=1)
        assert tracker.update(box, [score])[0].tolist() == expected
    tracker = Sort(min_hits=1)
    tracker.update(box, [0.9])
    assert tracker.associate(detected(box, [0.5], None)) == [(0, 0)]
    assert tracker.associate(detected(box, [0.49], None)) == []


def test_a_track_found_just_often_enough_is_remembered():
    seen, gone = ([square(50, 50)], [0.9]), NOTHING
    for hits, expected in ((3, [1]), (2, [])):
        tracker = Sort(max_age=1, min_hits=3)
        for found in [seen] * hits + [gone]:
            ids, boxes = tracker.update(*found)
        assert len(ids) == 0 and ids.dtype == np.int64 and boxes.shape == (0, 4)
        assert [track.id for track in tracker.tracks] == expected


@pytest.mark.parametrize(
    "s, vs, expected",
    [(10, -10, 10), (10, -9.5, 0.5), (10, 10, 20), (10, -11, 10), (0.5, -2, 0.5)],
)
def test_an_area_never_shrinks_to_nothing(s, vs, expected):
    tracker = Sort()
    tracker.update([square(50, 50)], [0.9])
    tracker.tracks[0].x[[2, 6]] = s, vs
    tracker.predict()
    assert tracker.tracks[0].x[2] == expected


def test_without_motion_nothing_is_predicted():
    """예측하지 않으면 상태도 그 불확실한 정도도 그대로다."""
    tracker = Sort(moving=False)
    for x in (50, 53):
        tracker.update([square(x, 50)], [0.9])
    [track] = tracker.tracks
    assert track.x.tolist() == [53, 50, 100, 1, 0, 0, 0]
    assert (track.P == motion.P0).all()
    tracker = Sort()
    tracker.update([square(50, 50)], [0.9])
    tracker.predict()
    assert_allclose(
        np.diag(tracker.tracks[0].P)[:4], [10011, 10011, 10010.0001 + 1, 11]
    )


def test_detections_are_kept_as_they_came():
    found = detected([square(5, 5)], [0.9], None)
    assert found.features.shape == (1, 0)
    with pytest.raises(FrozenInstanceError):
        found.scores = found.scores


@pytest.mark.parametrize(
    "options, words",
    [
        ({"max_age": -1}, "^max_age: 0 이상"),
        ({"min_hits": 0}, "^min_hits: 1 이상"),
        ({"iou_threshold": -0.1}, "^iou_threshold: 0 이상 1 이하"),
        ({"iou_threshold": 1.1}, "^iou_threshold: 0 이상 1 이하"),
        ({"score": -0.1}, "^score: 0 이상 1 이하"),
        ({"score": 1.1}, "^score: 0 이상 1 이하"),
        ({"moving": 1}, "^moving: True나 False"),
        ({"assign": "greedy"}, "^assign: 함수를"),
    ],
)
def test_options_out_of_range(options, words):
    with pytest.raises(ValueError, match=words):
        Sort(**options)


@pytest.mark.parametrize(
    "found, words",
    [
        (([[3, 0, 1, 1]], [1]), "^boxes: 유한하고"),
        (([square(5, 5)], [0.9, 0.9]), r"^scores: 모양이 \(1,\)"),
        (([square(5, 5)], [[0.9]]), r"^scores: 모양이 \(1,\)"),
        ((np.zeros((0, 4)), [0.9]), r"^scores: 모양이 \(0,\)"),
        (([square(5, 5)], [1.5]), "^scores: 0 이상 1 이하"),
        (([square(5, 5)], [-0.5]), "^scores: 0 이상 1 이하"),
        (([square(5, 5)], [0.9], [1]), r"^features: 모양이 \(1, E\)"),
        (([square(5, 5)], [0.9], [[1], [2]]), r"^features: 모양이 \(1, E\)"),
    ],
)
def test_detections_that_do_not_fit(found, words):
    with pytest.raises(ValueError, match=words):
        Sort().update(*found)


def test_videos_that_cannot_be_followed():
    with pytest.raises(ValueError, match=r"^tracker: Sort 하나를"):
        follow_video(None, [])
    with pytest.raises(ValueError, match=r"^detections: 프레임마다"):
        follow_video(Sort(), 3)

"""겉모습까지 보는 추적기와 낮은 점수까지 쓰는 추적기: 손으로 셈한 거리와 짝, 끝값."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lessons.cnn.tracking.assignment import greedy_assignment
from lessons.cnn.tracking.deepsort import ByteTrack, DeepSort
from lessons.cnn.tracking.sort import Sort, detected, follow_video

NOTHING = (np.zeros((0, 4)), np.zeros(0))


def square(x, y, side=10):
    return [x - side / 2, y - side / 2, x + side / 2, y + side / 2]


def moving(T, step=4, start=20, y=50):
    """곧게 가는 상자 하나의 검출"""
    return [([square(start + step * t, y)], [0.9]) for t in range(T)]


def knowing(tracker, *found):
    """검출 하나하나에서 궤적을 시작한 추적기."""
    tracker.update(*found)
    return tracker


@pytest.mark.parametrize("kind", [DeepSort, ByteTrack])
def test_what_is_not_told_and_what_is(kind):
    tracker = kind()
    assert (tracker.max_age, tracker.min_hits, tracker.limit) == (30, 3, 0.7)
    assert (tracker.score, tracker.moving) == (0.5, True)
    tracker = kind(7, 2, 0.5, score=0.4, moving=False, assign=greedy_assignment)
    assert (tracker.max_age, tracker.min_hits, tracker.limit) == (7, 2, 0.5)
    assert (tracker.score, tracker.moving) == (0.4, False)
    assert tracker.assign is greedy_assignment


def test_their_own_options_have_defaults_and_ends():
    assert (DeepSort().max_cosine, DeepSort().memory) == (0.2, 0.9)
    assert ByteTrack().low == 0.1
    for low, high in ((0, 0), (2, 1)):
        tracker = DeepSort(max_cosine_distance=low, memory=high)
        assert (tracker.max_cosine, tracker.memory) == (low, high)
    assert [ByteTrack(low=x, score=0.3).low for x in (0, 0.3)] == [0, 0.3]


@pytest.mark.parametrize(
    "make, words",
    [
        (
            lambda: DeepSort(max_cosine_distance=-0.1),
            "^max_cosine_distance: 0 이상 2 이하",
        ),
        (
            lambda: DeepSort(max_cosine_distance=2.1),
            "^max_cosine_distance: 0 이상 2 이하",
        ),
        (lambda: DeepSort(memory=-0.1), "^memory: 0 이상 1 이하"),
        (lambda: DeepSort(memory=1.1), "^memory: 0 이상 1 이하"),
        (lambda: ByteTrack(low=-0.1), "^low: 0 이상 0.5 이하"),
        (lambda: ByteTrack(low=0.6), "^low: 0 이상 0.5 이하"),
    ],
)
def test_options_out_of_range(make, words):
    with pytest.raises(ValueError, match=words):
        make()


def test_one_object_keeps_one_number():
    for tracker in (DeepSort(), ByteTrack()):
        shown = follow_video(tracker, moving(12))
        assert [ids.tolist() for ids, _ in shown] == [[1]] * 12


def test_looks_are_compared_by_the_cosine():
    two = [square(20, 20), square(80, 80)], [0.9, 0.9], np.eye(2)
    tracker = knowing(DeepSort(), *two)
    found = detected([square(20, 20)] * 3, [0.9] * 3, [[1, 0], [0.6, 0.8], [-1, 0]])
    assert_allclose(tracker.unlike(found), [[0, 0.4, 2], [1, 0.2, 1]])
    assert DeepSort().unlike(found).shape == (0, 3)


def test_a_gate_of_eight_pixels_around_a_new_track():
    """새 궤적은 가운데의 분산이 10 + 1이다. √(11 × 5.9915) = 8.118픽셀."""
    tracker = knowing(DeepSort(), [square(50, 50)], [0.9], [[1]])
    steps = [(8.1, 0), (8.13, 0), (0, -8.1), (0, -8.13), (5.7, 5.7), (5.8, 5.8)]
    boxes = [square(50 + x, 50 + y) for x, y in steps]
    boxes.append(square(50, 50, 40))  # 크기는 보지 않는다
    found = detected(boxes, np.ones(7), np.ones((7, 1)))
    expected = [[True, False, True, False, True, False, True]]
    assert tracker.reachable(found).tolist() == expected


def test_one_tenth_of_what_is_seen_is_remembered():
    for options, seen, expected in (
        ({}, [0, 1], [0.9, 0.1] / np.sqrt(0.82)),
        ({"memory": 0.5}, [0, 1], [np.sqrt(0.5), np.sqrt(0.5)]),
        ({"memory": 0}, [0, 1], [0, 1]),
        ({"memory": 0.5}, [-1, 0], [0, 0]),  # 길이를 잴 수 없으면 0으로 둔다
    ):
        tracker = knowing(DeepSort(**options), [square(50, 50)], [0.9], [[1, 0]])
        found = detected([square(51, 50)], [0.9], [seen])
        tracker.follow(tracker.tracks[0], found, 0)
        assert_allclose(tracker.tracks[0].feature, expected, atol=1e-15)
        assert tracker.tracks[0].hits == 2 and tracker.tracks[0].x[0] > 50


def test_looks_come_first_and_places_second():
    """자리는 두 상자가 같다. 닮은 쪽이 이기고, 닮은 것이 없어도 겹치면 잇는다."""
    tracker = knowing(DeepSort(), [square(50, 50)], [0.9], [[1, 0]])
    both = [square(50, 50), square(53, 50)]

    def pairs(boxes, scores, looks):
        return tracker.associate(detected(boxes, scores, looks))

    assert pairs(both, [0.9, 0.9], np.eye(2)[::-1]) == [(0, 1)]
    assert pairs(both, [0.9, 0.5], np.eye(2)[::-1]) == [(0, 1)]  # 점수의 끝
    assert pairs(both, [0.9, 0.49], np.eye(2)[::-1]) == [(0, 0)]
    assert pairs(both[:1], [0.5], [[0, 1]]) == [(0, 0)]
    assert pairs(both[:1], [0.49], [[0, 1]]) == []
    assert pairs(both[:1], [0.49], [[1, 0]]) == []
    assert pairs([square(57, 50)], [0.9], [[1, 0]]) == [(0, 0)]  # 덜 겹쳐도 닮았다
    assert pairs([square(57, 50)], [0.9], [[0.6, 0.8]]) == []  # 닮지도 겹치지도 않았다
    assert pairs([square(57, 50)], [0.9], [[0.81, 0]]) == [(0, 0)]


def crossing(swap):
    """두 상자가 함께 사라졌다가, 자리를 바꾸어(swap) 나타난다."""
    a, b = square(30, 50, 20), square(42, 50, 20)
    looks = np.eye(2)
    seen = ([a, b], [0.9, 0.9], looks)
    after = ([a, b], [0.9, 0.9], looks[::-1] if swap else looks)
    return [seen] * 6 + [(*NOTHING, np.zeros((0, 2)))] * 15 + [after] * 6


def test_looks_decide_where_places_mislead():
    shown = follow_video(DeepSort(20), crossing(swap=True))
    assert shown[0][0].tolist() == [1, 2]
    ids, boxes = shown[-1]
    left = boxes[ids.tolist().index(1)]
    assert left[0] > 30  # 1번은 오른쪽에 있다
    ids, boxes = follow_video(Sort(20), crossing(swap=True))[-1]
    assert boxes[ids.tolist().index(1)][0] < 25


def test_out_of_reach_is_never_paired_by_looks():
    far = ([square(150, 50, 20)], [0.9], [[1.0, 0.0]])
    near = ([square(30, 50, 20)], [0.9], [[1.0, 0.0]])
    shown = follow_video(DeepSort(10), [near] * 6 + [far] * 4)
    assert shown[-1][0].tolist() == [2]


def test_low_scores_are_for_byte_track_only():
    frames = moving(12)
    frames[6:9] = [(boxes, [0.2]) for boxes, _ in frames[6:9]]
    for tracker, seen in ((Sort(10), 9), (ByteTrack(10), 12)):
        shown = follow_video(tracker, frames)
        assert sum(len(ids) for ids, _ in shown) == seen
        assert {i for ids, _ in shown for i in ids} == {1}
    weak = [(boxes, [0.2]) for boxes, _ in moving(6)]  # 새 궤적은 시작하지 않는다
    assert all(len(ids) == 0 for ids, _ in follow_video(ByteTrack(), weak))
    ghost = [(boxes, [0.05]) for boxes, _ in frames[6:9]]
    shown = follow_video(ByteTrack(10), frames[:6] + ghost + frames[9:])
    assert sum(len(ids) for ids, _ in shown) == 9


def test_high_scores_are_paired_before_low_ones():
    tracker = knowing(ByteTrack(), [square(50, 50)], [0.9])
    both = [square(50, 50), square(53, 50)]

    def pairs(boxes, scores):
        return tracker.associate(detected(boxes, scores, None))

    assert pairs(both, [0.49, 0.5]) == [(0, 1)]
    assert pairs(both, [0.2, 0.1]) == [(0, 0)]
    for score, expected in ((0.5, [(0, 0)]), (0.1, [(0, 0)]), (0.099, [])):
        assert pairs(both[:1], [score]) == expected
    assert pairs([square(57, 50)], [0.9]) == pairs([square(57, 50)], [0.3]) == []

"""지표: 페이지의 손계산, TrackEval과 motmetrics의 값, 비었거나 같은 값이 많은 경우."""

import warnings

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lessons.cnn.tracking.metrics import (
    ALPHAS,
    clear_mot,
    compare,
    evaluate,
    hota,
    identity,
)

CASES = 1000


def draw(rng):
    """번호가 들고 나고, 같은 IoU가 많고, 이따금 한쪽이 통째로 빈 영상."""
    n, m = int(rng.integers(0, 6)), int(rng.integers(0, 8))
    ties = rng.random() < 0.4
    frames = []
    for _ in range(int(rng.integers(0, 12))):
        gt = rng.permutation(np.flatnonzero(rng.random(n) < 0.7)) * 3 + 5
        track = rng.permutation(np.flatnonzero(rng.random(m) < 0.7)) * 2
        shape = (len(gt), len(track))
        S = rng.integers(0, 5, shape) / 4 if ties else rng.random(shape) ** 0.5
        frames.append((gt, track, S))
    return frames


def trackeval_data(frames):
    gts = sorted({i for gt, _, _ in frames for i in gt})
    tracks = sorted({i for _, t, _ in frames for i in t})
    return {
        "num_timesteps": len(frames),
        "num_gt_ids": len(gts),
        "num_tracker_ids": len(tracks),
        "num_gt_dets": sum(len(gt) for gt, _, _ in frames),
        "num_tracker_dets": sum(len(t) for _, t, _ in frames),
        "gt_ids": [np.array([gts.index(i) for i in gt], int) for gt, _, _ in frames],
        "tracker_ids": [
            np.array([tracks.index(i) for i in t], int) for _, t, _ in frames
        ],
        "similarity_scores": [S for *_, S in frames],
    }


def test_the_same_as_trackeval(capsys):
    metrics = pytest.importorskip("trackeval.metrics")
    quiet = {"PRINT_CONFIG": False}
    clear, ident = metrics.CLEAR(quiet), metrics.Identity(quiet)
    both, rng = metrics.HOTA(), np.random.default_rng(1)
    for _ in range(CASES):
        frames = draw(rng)
        data = trackeval_data(frames)
        ours, theirs = clear_mot(frames), clear.eval_sequence(data)
        for name in ("TP", "FP", "FN"):
            assert ours[name] == theirs[f"CLR_{name}"]
        assert ours["IDSW"] == theirs["IDSW"]
        if data["num_gt_dets"]:  # 정답이 없으면 MOTA의 나눗셈이 없다
            assert_allclose(ours["MOTA"], theirs["MOTA"], rtol=1e-14)
        assert_allclose(ours["MOTP"], theirs["MOTP"], rtol=1e-12)
        ours, theirs = identity(frames), ident.eval_sequence(data)
        for name in ("IDTP", "IDFP", "IDFN"):
            assert ours[name] == theirs[name]
        assert_allclose(ours["IDF1"], theirs["IDF1"], rtol=1e-14)
        ours, theirs = hota(frames), both.eval_sequence(data)
        for name in ("HOTA", "DetA", "AssA"):
            assert_allclose(ours[name], theirs[name], rtol=1e-12, atol=1e-15)


def test_the_same_as_motmetrics():
    mm = pytest.importorskip("motmetrics")
    names = ["num_false_positives", "num_misses", "num_switches", "mota", "idf1"]
    names += ["idtp", "num_objects"]
    rng, host = np.random.default_rng(2), mm.metrics.create()
    for _ in range(CASES):
        frames = draw(rng)
        acc = mm.MOTAccumulator(auto_id=True)
        for gt, track, S in frames:
            acc.update(gt, track, np.where(S >= 0.5, 1 - S, np.nan))
        if not frames:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs = host.compute(acc, metrics=names, return_dataframe=False)
        ours = {**clear_mot(frames, rule="motmetrics"), **identity(frames)}
        assert ours["FP"] == theirs["num_false_positives"]
        assert ours["FN"] == theirs["num_misses"]
        assert ours["IDSW"] == theirs["num_switches"]
        assert ours["IDTP"] == theirs["idtp"]
        if theirs["num_objects"]:
            assert_allclose(ours["MOTA"], theirs["mota"], rtol=1e-12, atol=1e-15)
        if theirs["num_objects"] + sum(len(t) for _, t, _ in frames):
            assert_allclose(ours["IDF1"], theirs["idf1"], rtol=1e-12)


def straight(switch=None, missing=(), length=10):
    """곧게 가는 객체 하나. switch번째 프레임부터 번호가 바뀌고 missing은 놓친다."""
    frames = []
    for t in range(length):
        ids = [] if t in missing else [1 if switch is not None and t >= switch else 0]
        frames.append(([7], ids, np.ones((1, len(ids)))))
    return frames


def test_the_page_by_hand():
    """열 프레임 가운데 하나에서 번호가 바뀐다: 언제인지를 MOTA는 모른다."""
    for switch, idf1 in ((1, 0.9), (5, 0.5), (9, 0.9)):
        frames = straight(switch)
        assert clear_mot(frames)["MOTA"] == pytest.approx(0.9)
        assert identity(frames)["IDF1"] == pytest.approx(idf1)
    assert hota(straight(5))["HOTA"] == pytest.approx(np.sqrt(0.5))
    assert hota(straight(1))["AssA"] == pytest.approx((9 * 0.9 + 0.1) / 10)


def test_perfect_and_empty():
    perfect = straight()
    assert clear_mot(perfect)["MOTA"] == identity(perfect)["IDF1"] == 1
    assert_allclose(hota(perfect)["HOTA"], 1)
    for frames in ([], [([], [], np.zeros((0, 0)))]):
        assert clear_mot(frames)["MOTA"] == identity(frames)["IDF1"] == 0
        assert_allclose(hota(frames)["HOTA"], 0)
    nothing_found = straight(missing=range(10))
    assert clear_mot(nothing_found) == dict(TP=0, FP=0, FN=10, IDSW=0, MOTA=0, MOTP=0)
    only_false = [([], [3, 4], np.zeros((0, 2)))]
    assert clear_mot(only_false)["FP"] == identity(only_false)["IDFP"] == 2


def test_names_do_not_matter():
    rng = np.random.default_rng(3)
    frames = draw(rng)
    while not any(S.size for *_, S in frames):
        frames = draw(rng)
    named = [(gt * 100 + 1, 50 - track, S) for gt, track, S in frames]
    assert clear_mot(frames)["MOTA"] == pytest.approx(clear_mot(named)["MOTA"])
    assert identity(frames)["IDF1"] == pytest.approx(identity(named)["IDF1"])


def test_rules_differ_only_after_a_gap():
    """한 프레임을 놓친 뒤 두 상자가 모두 걸치면 오래된 짝을 잇는지가 갈린다."""
    S = np.array([[0.6, 0.9]])
    frames = [([0], [1], [[1.0]]), ([0], [2], [[0.1]]), ([0], [1, 2], S)]
    assert clear_mot(frames, rule="trackeval")["IDSW"] == 1
    assert clear_mot(frames, rule="motmetrics")["IDSW"] == 0


def test_boxes_are_compared_by_iou():
    box = np.array([[0, 0, 10, 10]])
    truth = [([0], box), ([0], box)]
    tracks = [([4], box), ([4], box + np.array([5, 0, 5, 0]))]
    similarity = [S.item() for *_, S in compare(truth, tracks)]
    assert_allclose(similarity, [1, 1 / 3])
    score = evaluate(truth, tracks)
    assert score["MOTA"] == 0 and score["IDF1"] == 0.5
    assert score["HOTA"] == pytest.approx(hota(compare(truth, tracks))["HOTA"].mean())
    assert len(ALPHAS) == 19


EPS = np.finfo(float).eps
ONE = [([7], [3], [[1.0]])]


def seen(iou):
    """정답과 추적이 하나씩이고 iou만큼 겹친 한 프레임."""
    return [([7], [3], [[iou]])]


def test_one_frame_is_enough():
    """하나뿐인 짝도 하나로 센다. 나눗셈의 바닥이 1이기 때문이다."""
    assert clear_mot(seen(0.75)) == dict(TP=1, FP=0, FN=0, IDSW=0, MOTA=1, MOTP=0.75)
    assert identity(ONE) == dict(IDTP=1, IDFP=0, IDFN=0, IDF1=1)
    for value in hota(ONE).values():
        assert value.tolist() == [1] * 19
    assert_allclose(ALPHAS, np.linspace(0.05, 0.95, 19))
    whole = evaluate([([7], [[0, 0, 2, 2]])], [([3], [[0, 0, 2, 2]])])
    assert set(whole) == {*clear_mot(ONE), *identity(ONE), *hota(ONE)}
    assert whole["HOTA"] == whole["DetA"] == whole["AssA"] == 1


def test_half_is_enough_unless_told_otherwise():
    for rule in ("trackeval", "motmetrics"):
        assert [clear_mot(seen(x), rule=rule)["TP"] for x in (0.5, 0.49)] == [1, 0]
        assert [clear_mot(seen(0.6), t, rule=rule)["TP"] for t in (0.6, 0.7)] == [1, 0]
        assert [clear_mot(seen(1), t, rule=rule)["TP"] for t in (0, 1)] == [1, 1]
    assert [identity(seen(x))["IDTP"] for x in (0.5, 0.49)] == [1, 0]
    assert [identity(seen(0.6), t)["IDTP"] for t in (0.6, 0.7)] == [1, 0]
    assert [identity(seen(1), t)["IDTP"] for t in (0, 1)] == [1, 1]
    assert [int(hota(seen(x))["DetA"].sum()) for x in (0.5, 0.49)] == [10, 9]


def test_a_rounding_error_does_not_cost_a_pair():
    """TrackEval은 EPS만큼 못 미쳐도 짝으로 치고, EPS만큼 겹친 것은 버린다."""
    assert clear_mot(seen(0.5 - EPS))["TP"] == 1
    assert clear_mot(seen(0.5 - EPS), rule="motmetrics")["TP"] == 0
    assert [clear_mot(seen(x), 0)["TP"] for x in (0, EPS, 3 * EPS)] == [0, 0, 1]
    assert hota(seen(ALPHAS[9] - EPS))["DetA"][9] == 1
    assert hota(seen(ALPHAS[9] - 3 * EPS))["DetA"][9] == 0


def test_overlap_as_small_as_a_rounding_error_is_none():
    """EPS만큼 겹친 것은 함께 다닌 것이 아니다. 다음 프레임에서 4번을 고른다."""
    frames = [([7], [3], [[EPS]]), ([7], [3, 4], [[0.5, 0.5]])]
    assert hota(frames)["AssA"][0] == 0.5


def test_more_pairs_come_before_better_pairs():
    """꼭 맞는 짝 둘보다 겨우 걸친 짝 셋을 고른다."""
    S = np.diag([0.03] * 3) + np.eye(3, k=1)
    score = clear_mot([([0, 1, 2], [0, 1, 2], S)], 0.01, rule="motmetrics")
    assert score["TP"] == 3 and score["MOTP"] == pytest.approx(0.03)


def test_large_names_stay_apart():
    """실수로는 구별할 수 없는 두 번호."""
    big = 2**53
    frames = [
        ([big], [1], [[1.0]]),
        ([big + 1], [1], [[1.0]]),
        ([], [], np.zeros((0, 0))),
    ]
    assert identity(frames)["IDTP"] == 1
    assert clear_mot(frames)["IDSW"] == 0


def test_what_is_refused():
    with pytest.raises(ValueError, match="같은 번호가 두 번"):
        identity([([1, 1], [2], [[1], [1]])])
    with pytest.raises(ValueError, match="같은 번호가 두 번"):
        identity([([1], [2, 2], [[1, 1]])])
    with pytest.raises(ValueError, match=r"^프레임의 수가 다르다: 1, 0\."):
        compare([([], [])], [])


@pytest.mark.parametrize(
    "call, words",
    [
        (lambda: compare(3, []), r"^truth: 프레임마다"),
        (lambda: compare([], 3), r"^tracks: 프레임마다"),
        (lambda: hota(3), r"^frames: 프레임마다"),
        (lambda: hota([([[1]], [2], [[1]])]), r"^truth: 모양이 \(N,\)"),
        (lambda: hota([([1], [[2]], [[1]])]), r"^tracks: 모양이 \(M,\)"),
        (lambda: hota([([1.5], [2], [[1]])]), r"^truth: 정수를"),
        (lambda: hota([([1], [2.5], [[1]])]), r"^tracks: 정수를"),
        (lambda: hota([([1], [2], [[1, 0]])]), r"^similarity: 모양이 \(1, 1\)"),
        (lambda: hota([([1], [2], [[1], [0]])]), r"^similarity: 모양이 \(1, 1\)"),
        (lambda: hota([([1], [2], [1])]), r"^similarity: 모양이 \(1, 1\)"),
        (lambda: hota(seen(1.5)), r"^similarity: 0 이상 1 이하"),
        (lambda: hota(seen(-0.5)), r"^similarity: 0 이상 1 이하"),
        (lambda: clear_mot([], -0.1), r"^threshold: 0 이상 1 이하"),
        (lambda: clear_mot([], 1.1), r"^threshold: 0 이상 1 이하"),
        (lambda: identity([], -0.1), r"^threshold: 0 이상 1 이하"),
        (lambda: identity([], 1.1), r"^threshold: 0 이상 1 이하"),
        (lambda: clear_mot([], rule="mot"), r"^rule: 'trackeval', 'motmetrics' 가운데"),
    ],
)
def test_arguments_that_do_not_fit(call, words):
    with pytest.raises(ValueError, match=words):
        call()
